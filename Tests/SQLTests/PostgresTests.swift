import SQL
import Testing

@testable import Postgres

@Suite("PostgreSQL's own")
struct PostgresTests {
    @Test(
        "A password is never part of a name",
        arguments: [
            ("postgres://viva:secret@host:5432/interviews", "postgres://viva@host:5432/interviews"),
            ("postgres://viva@host/interviews", "postgres://viva@host/interviews"),
            ("postgres://viva:se:c@ret@host/interviews", "postgres://viva@host/interviews"),
            ("postgres://host/interviews?user=viva&password=secret", "postgres"),
            ("host=here password=secret", "postgres"),
        ])
    func withoutPassword(address: String, name: String) {
        #expect(PostgresDatabase.withoutPassword(address) == name)
    }

    @Test("A server that is not there is said, without the password")
    func noServer() async {
        do {
            _ = try await PostgresDatabase(address: "postgres://viva:secret@127.0.0.1:1/interviews")
            Issue.record("it was reached")
        } catch {
            #expect(!"\(error)".contains("secret"))
            guard case .cannotOpen = error else {
                Issue.record("\(error)")
                return
            }
        }
    }
}
