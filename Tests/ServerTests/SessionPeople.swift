import Accounts
import HTTPTypes
import Interview
import Records
import ServerTestSupport
import Service
import Speech
import Testing

/// A server with an interviewer, a candidate and an admin of one organization, and an interviewer of another, who have signed in.
struct SessionPeople {
    let server: AccountServer
    let ivan: String
    let cora: String
    let boss: String
    let other: String
    let student: JSONValue

    /// The path of the student.
    var studentPath: String { "students/\(Int(student.number ?? 0))/" }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil, as token: String?
    ) async throws -> AccountServer.Reply {
        try await server.send(method, "/api/" + path, body, token: token)
    }

    /// Sends a request and looks at the status of the answer.
    @discardableResult
    func expect(
        _ status: Int, _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil,
        as token: String?, _ why: String = "", at place: SourceLocation = #_sourceLocation
    ) async throws -> AccountServer.Reply {
        let reply = try await send(method, path, body, as: token)
        #expect(reply.status == status, "\(path): \(reply.json) \(why)", sourceLocation: place)
        return reply
    }

    /// An interviewer, a candidate and an admin of one organization, and an interviewer of another.
    static func run(_ body: @escaping (SessionPeople) async throws -> Void) async throws {
        try await AccountServer.run { server in
            let records = server.accounts.administration.records
            let one = try await records.keep(Organization(id: "o1", name: "One")).number
            let two = try await records.keep(Organization(id: "o2", name: "Two")).number
            try await server.add("ivan", role: .interviewer, organization: one)
            let cora = try await server.add("cora", organization: one)
            try await server.add("boss", role: .admin, organization: one)
            try await server.add("other", role: .interviewer, organization: two)
            let person = try #require(cora.person)
            let student = try await records.participant(
                .id(records.person(.number(person)).value.id), as: .student)
            try await body(
                SessionPeople(
                    server: server, ivan: server.login("ivan").text("access"),
                    cora: server.login("cora").text("access"), boss: server.login("boss").text("access"),
                    other: server.login("other").text("access"), student: .number(Double(student.number))))
        }
    }
}
