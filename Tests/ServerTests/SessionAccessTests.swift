import Accounts
import HTTPTypes
import Interview
import InterviewTestSupport
import Records
import ServerTestSupport
import Service
import Speech
import Testing

/// Whose sessions are whose, where people sign in.
@Suite struct SessionAccessTests {
    private struct People {
        let server: AccountServer
        let ivan: String
        let cora: String
        let boss: String
        let other: String
        let student: JSONValue

        func send(
            _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil, as token: String
        ) async throws -> AccountServer.Reply {
            try await server.send(method, path, body, token: token)
        }
    }

    /// An interviewer, a candidate and an admin of one organization, and an interviewer of another.
    private func run(_ body: @escaping (People) async throws -> Void) async throws {
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
                People(
                    server: server, ivan: server.login("ivan").text("access"),
                    cora: server.login("cora").text("access"), boss: server.login("boss").text("access"),
                    other: server.login("other").text("access"), student: .number(Double(student.number))))
        }
    }

    @Test func withoutSigningInThereIsNothing() async throws {
        try await run { people in
            for path in [
                "interviewers", "students", "sessions", "questions", "conversations", "reports",
            ] {
                #expect(try await people.server.send(.get, "/api/\(path)/").status == 401, "\(path)")
            }
            #expect(
                try await people.server.send(
                    .post, "/api/ai-interview/", ["action": "initialize", "session_id": 1]
                ).status == 401)
        }
    }

    @Test func aSessionIsForThoseWhoAreInIt() async throws {
        try await run { people in
            let made = try await people.send(
                .post, "/api/sessions/", ["title": "Ours", "student_id": people.student], as: people.ivan)
            #expect(made.status == 201, "\(made.json)")
            #expect(made["interviewer"] != .null, "Whoever plans it asks.")
            let question = try await people.send(
                .post, "/api/questions/",
                ["session": 1, "question_text": "Why?", "expected_answer": "Because."], as: people.ivan)
            #expect(question.status == 201)
            let number = Int(question["id"]?.number ?? 0)
            for path in ["sessions/1", "questions/\(number)"] {
                #expect(try await people.send(.get, "/api/\(path)/", as: people.ivan).status == 200)
                #expect(try await people.send(.get, "/api/\(path)/", as: people.cora).status == 200)
                #expect(try await people.send(.get, "/api/\(path)/", as: people.boss).status == 200)
                #expect(try await people.send(.get, "/api/\(path)/", as: people.other).status == 404)
                #expect(try await people.send(.delete, "/api/\(path)/", as: people.other).status == 404)
            }
            #expect(
                try await people.send(.get, "/api/questions/\(number)/", as: people.ivan)
                    .text("expected_answer") == "Because.")
            #expect(
                try await people.send(.get, "/api/questions/\(number)/", as: people.cora)
                    .text("expected_answer") == "", "Whoever is to answer does not see it.")
            for path in ["sessions", "questions", "conversations", "reports"] {
                #expect(
                    try await people.send(.get, "/api/\(path)/", as: people.other).json.elements.isEmpty)
            }
            #expect(
                try await people.send(.get, "/api/questions/?session_id=1", as: people.other).status == 404)
            let foreign: [(String, JSONValue)] = [
                ("ai-interview/", ["action": "initialize", "session_id": 1]),
                ("sessions/1/start/", [:]), ("sessions/1/end/", [:]),
                ("reports/generate/", ["session_id": 1]),
            ]
            for (path, body) in foreign {
                let reply = try await people.send(
                    .post, "/api/" + path, body == [:] ? nil : body, as: people.other)
                #expect(reply.status == 404, "\(path)")
            }
            let note = try await people.send(
                .post, "/api/conversations/", ["session": 1, "speaker": "ai", "message": "Hello"],
                as: people.other)
            #expect(note.status == 400, "It names a session that is not there for them.")
            #expect(
                try await people.send(
                    .post, "/api/ai-interview/", ["action": "initialize", "session_id": 1], as: people.boss
                ).status == 403, "It may be seen, and is not theirs to answer.")
            let answered = try await people.send(
                .post, "/api/ai-interview/", ["action": "initialize", "session_id": 1], as: people.cora)
            #expect(answered.status == 200)
            let report = try await people.send(
                .post, "/api/reports/generate/", ["session_id": 1], as: people.ivan)
            #expect(report.status == 201)
            let pdf = "/api/reports/\(Int(report["id"]?.number ?? 0))/pdf/"
            #expect(try await people.send(.get, pdf, as: people.cora).status == 200)
            #expect(try await people.send(.get, pdf, as: people.other).status == 404)
            #expect(try await people.send(.get, "/api/conversations/1/", as: people.other).status == 404)
        }
    }

    @Test func peopleAreNamedInTheirOrganizationAlone() async throws {
        try await run { people in
            let foreign = try await people.send(
                .post, "/api/sessions/", ["title": "Theirs", "student_id": people.student], as: people.other)
            #expect(foreign.status == 400, "They know nobody of that number.")
            _ = try await people.send(.post, "/api/sessions/", ["title": "Own"], as: people.other)
            let taken = try await people.send(
                .patch, "/api/sessions/1/", ["student_id": people.student], as: people.other)
            #expect(taken.status == 400)
            #expect(
                try await people.send(.get, "/api/students/", as: people.other).json.elements.isEmpty)
            #expect(try await people.send(.get, "/api/students/", as: people.cora).json.elements.count == 1)
            let path = "/api/students/\(Int(people.student.number ?? 0))/"
            #expect(try await people.send(.get, path, as: people.other).status == 404)
            #expect(try await people.send(.delete, path, as: people.ivan).status == 403)
            #expect(
                try await people.send(.delete, path, as: people.boss).status == 409, "There is an account.")
            #expect(
                try await people.send(
                    .post, "/api/students/", ["name": "X", "email": "x@example.com"], as: people.cora
                ).status == 403)
            let added = try await people.send(
                .post, "/api/students/", ["name": "X", "email": "x@example.com"], as: people.ivan)
            #expect(added.status == 201)
            #expect(added["organization"] != .null)
            let self1 = try await people.send(
                .post, "/api/sessions/", ["title": "Alone", "student_id": people.student], as: people.cora)
            #expect(self1.status == 201, "Whoever practises is the student.")
        }
    }
}
