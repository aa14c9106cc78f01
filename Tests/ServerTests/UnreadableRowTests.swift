import Archive
import HTTPTypes
import SQL
import SQLite
import ServerTestSupport
import Service
import Speech
import Testing

/// Lists say how many rows are missing, as they are damaged.
struct UnreadableRowTests {
    @Test(arguments: [
        "/api/sessions/", "/api/v1/interviews/", "/api/v1/interviews/my_interviews/", "/api/students/",
    ])
    func aListSaysHowManyAreLeftOut(path: String) async throws {
        try await SessionFlowTests.run { server in
            _ = try await server.post("/api/sessions/", ["title": "Another"])
            _ = try await server.post("/api/students/", ["name": "Jim", "email": "jim@example.com"])
            let whole = try await server.server.send(.get, path)
            #expect(whole.status == 200 && whole.header("X-Unreadable-Count") == nil, "\(whole.text)")
            let database = try SQLiteDatabase(path: server.service.archive.folder + "/viva.db")
            try await database.write { connection in
                try connection.run("UPDATE interviews SET body = '{', kind = 'quiz' WHERE id = 1")
                try connection.run("UPDATE people SET body = '{' WHERE email = 'jim@example.com'")
            }
            await database.close()
            let reply = try await server.server.send(.get, path)
            #expect(reply.status == 200, "\(reply.text)")
            #expect(reply.header("X-Unreadable-Count") == "1")
        }
    }
}
