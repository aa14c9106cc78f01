import Accounts
import Foundation
import HTTPTypes
import Interview
import InterviewTestSupport
import Records
import ServerTestSupport
import Service
import Speech
import Testing

/// Sessions and the people in them over HTTP.
@Suite struct SessionEndpointsTests {
    @Test(arguments: ["interviewers", "students"])
    func peopleAreAddedShownChangedAndDeleted(kind: String) async throws {
        try await InterviewServer.run(questions: []) { server in
            let root = "/api/\(kind)/"
            let made = try await server.post(root, SessionFlowTests.jane)
            #expect(made.status == 201, "\(made.text)")
            #expect(made["name"]?.string == "Jane Smith")
            #expect(made["created_at"]?.string?.hasSuffix("Z") == true)
            #expect(try await server.get(root + "1/").json == made.json)
            #expect(try await server.get(root + "1").json == made.json, "A slash more or less.")
            let person = try await server.service.participant(
                .number(1), as: kind == "students" ? .student : .interviewer, for: .local
            ).person
            #expect(try await server.get(root + "\(person.value.id)/").json == made.json)

            #expect(try await server.post(root, SessionFlowTests.jane).status == 409, "The address is taken.")
            #expect(try await server.post(root, ["name": "X", "email": "nobody"]).status == 400)
            #expect(try await server.post(root, ["name": "", "email": "x@example.com"]).status == 400)
            #expect(try await server.post(root, ["name": "X"]).status == 400)

            var whole = made.json
            if case .object(var fields) = whole {
                fields["name"] = "Jane Miller"
                whole = .object(fields)
            }
            let put = try await server.send(.put, root + "1/", whole)
            #expect(put.status == 200, "What was shown comes back: \(put.text)")
            #expect(put["name"]?.string == "Jane Miller")
            #expect(put["email"]?.string == "jane@example.com")
            #expect(try await server.send(.put, root + "1/", ["name": "Jane"]).status == 400)
            let patched = try await server.send(.patch, root + "1/", ["email": "j@example.com"])
            #expect(patched["email"]?.string == "j@example.com")
            #expect(patched["name"]?.string == "Jane Miller")

            #expect(try await server.delete(root + "1/").status == 204)
            #expect(try await server.get(root + "1/").status == 404)
            #expect(try await server.delete(root + "1/").status == 404)
            let next = try await server.post(root, SessionFlowTests.john)
            #expect(next["id"]?.number == 2, "No number is given twice.")
        }
    }

    @Test func anInterviewerIsNoStudent() async throws {
        try await InterviewServer.run(questions: []) { server in
            _ = try await server.post("/api/interviewers/", SessionFlowTests.john)
            #expect(try await server.get("/api/students/").json.elements.isEmpty)
            #expect(try await server.get("/api/students/1/").status == 404)
            let made = try await server.post(
                "/api/sessions/", ["title": "Nobody answers", "interviewer_id": 1, "student_id": 1])
            #expect(made.status == 400)
            #expect(made["errors"]?.elements.first?["field"]?.string == "student_id")
            #expect(try await server.get("/api/sessions/").json.elements.isEmpty)
        }
    }

    @Test func listsAreArraysWithTheRestInTheirHeaders() async throws {
        try await withServerOfStudents(5) { server in
            let all = try await server.send(.get, "/api/students/")
            #expect(all.json?.elements.map { $0["id"]?.number } == [1, 2, 3, 4, 5])
            #expect(all.header("X-Total-Count") == "5")
            #expect(all.header("Link") == nil)
            let part = try await server.send(.get, "/api/students/?limit=2&offset=2")
            #expect(part.json?.elements.map { $0["id"]?.number } == [3, 4])
            #expect(part.header("X-Total-Count") == "5")
            #expect(
                part.header("Link")
                    == "</api/students/?limit=2&offset=4>; rel=\"next\", </api/students/?limit=2&offset=0>; rel=\"prev\""
            )
            #expect(try await server.send(.get, "/api/students/?limit=0").status == 400)
            #expect(try await server.send(.get, "/api/students/?limit=501").status == 400)
            #expect(try await server.send(.get, "/api/students/?offset=9").json?.elements.isEmpty == true)
        }
    }

    @Test func aSessionIsChangedByEitherName() async throws {
        try await SessionFlowTests.run { server in
            let session = try await server.get("/api/sessions/1/")
            let uuid = try #require(session["session_id"]?.string)
            #expect(try await server.get("/api/sessions/\(uuid)/").json == session.json)
            #expect(try await server.get("/api/sessions/\(uuid.uppercased())").json == session.json)
            let same = try await server.send(.put, "/api/sessions/1/", session.json)
            #expect(same.status == 200, "What was shown comes back: \(same.text)")
            #expect(same["status"]?.string == "scheduled")
            #expect(same["scheduled_at"]?.string == "2026-02-01T10:00:00Z")

            let start = "2126-02-01T10:00:00Z"
            let moved = try await server.send(
                .patch, "/api/sessions/\(uuid)/",
                [
                    "title": "Backend Interview", "description": "Second round", "duration_minutes": 45,
                    "scheduled_at": .text(start),
                ])
            #expect(moved.status == 200, "\(moved.text)")
            #expect(moved["title"]?.string == "Backend Interview")
            #expect(moved["description"]?.string == "Second round")
            #expect(moved["duration_minutes"]?.number == 45)
            #expect(moved["scheduled_at"]?.string == start)
            #expect(moved["interviewer"]?.number == 1)

            _ = try await server.post("/api/students/", ["name": "Ann", "email": "ann@example.com"])
            let other = try await server.send(.patch, "/api/sessions/1/", ["student_id": 2])
            #expect(other["student_name"]?.string == "Ann")
            let none = try await server.send(
                .patch, "/api/sessions/1/", ["student_id": 9, "title": "Not this"])
            #expect(none.status == 400)
            let taken = try await server.post(
                "/api/sessions/", ["title": "At once", "interviewer_id": 1, "scheduled_at": .text(start)])
            #expect(taken.status == 409, "John is taken: \(taken.text)")
            #expect(
                try await server.send(.patch, "/api/sessions/1/", ["scheduled_at": "2026-01-01T10:00:00Z"])
                    .status == 409, "It is not moved into the past.")
            #expect(try await server.get("/api/sessions/1/")["title"]?.string == "Backend Interview")
            #expect(try await server.send(.put, "/api/sessions/1/", ["description": "x"]).status == 400)
        }
    }

    @Test func aSessionIsBroughtWhereItIsToStand() async throws {
        try await SessionFlowTests.run { server in
            func status(_ status: String, _ session: Int = 1) async throws -> InterviewServer.Reply {
                try await server.send(.patch, "/api/sessions/\(session)/", ["status": .text(status)])
            }
            #expect(try await status("completed").status == 409)
            #expect(try await status("in_progress")["status"]?.string == "in_progress")
            let back = try await status("scheduled")
            #expect(back.status == 409)
            #expect(
                back["detail"]?.string == "A session that is in_progress does not become scheduled.")
            _ = try await SessionFlowTests.say(server, "initialize")
            _ = try await SessionFlowTests.say(server, "respond", 1, SessionFlowTests.answer)
            #expect(try await status("completed")["status"]?.string == "completed")
            #expect(try await status("cancelled").status == 409)
            _ = try await server.post("/api/sessions/", ["title": "Another"])
            #expect(try await status("cancelled", 2)["status"]?.string == "cancelled")
            #expect(try await server.post("/api/sessions/2/start/").status == 409)
            let listed = try await server.get("/api/sessions/?status=cancelled").json.elements
            #expect(listed.map { $0["id"]?.number } == [2])
            #expect(try await server.get("/api/sessions/").json.elements.count == 2)
        }
    }

    @Test func noSessionIsHidden() async throws {
        try await SessionFlowTests.run { server in
            _ = try await server.service.markMissed(.number(1), for: .local)
            #expect(try await server.get("/api/sessions/1/")["status"]?.string == "cancelled")
            #expect(try await server.get("/api/sessions/?status=cancelled").json.elements.count == 1)
            #expect(try await server.delete("/api/sessions/1/").status == 204)
            #expect(try await server.get("/api/sessions/").json.elements.isEmpty)
        }
    }

    @Test func aSessionStaysWithoutThePeopleWhoAreDeleted() async throws {
        try await SessionFlowTests.run { server in
            #expect(try await server.delete("/api/students/1/").status == 204)
            let session = try await server.get("/api/sessions/1/")
            #expect(session["student"] == nil)
            #expect(session["interviewer"]?.number == 1)
        }
    }

    @Test func whatIsShownOfTheSamplesComesBack() async throws {
        try await SeededServer.run(.local) { server in
            func body(_ json: JSONValue) throws -> String {
                String(decoding: try JSONEncoder().encode(json), as: UTF8.self)
            }
            for path in ["sessions", "students", "interviewers"] {
                let all = try #require(try await server.send(.get, "/api/\(path)/?limit=500").json).elements
                #expect(!all.isEmpty)
                for shown in all {
                    let one = "/api/\(path)/\(Int(shown["id"]?.number ?? 0))/"
                    let put = try await server.send(.put, one, body: try body(shown))
                    #expect(put.status == 200, "\(one): \(put.text)")
                    #expect(put.json == shown, "\(one)")
                }
            }
        }
    }

    @Test func nothingIsTakenAwayUnseen() async throws {
        try await SessionFlowTests.run { server in
            let session = try await server.get("/api/sessions/1/").json
            let student = try await server.get("/api/students/1/").json
            for field in [
                "title", "interviewer_id", "student_id", "duration_minutes", "scheduled_at", "status",
            ] {
                let refused = try await server.send(.patch, "/api/sessions/1/", [field: .null])
                #expect(refused.status == 400, "\(field): \(refused.text)")
                #expect(refused["errors"]?.elements.first?["field"]?.string == field)
            }
            for (method, change) in [
                (.patch, ["title": ""]), (.patch, ["title": " "]), (.put, ["title": ""]),
                (.put, ["title": "X", "student_id": .null]),
            ] as [(HTTPRequest.Method, JSONValue)] {
                #expect(try await server.send(method, "/api/sessions/1/", change).status == 400, "\(change)")
            }
            for (method, change) in [
                (.patch, ["email": .null]), (.patch, ["email": ""]), (.patch, ["name": .null]),
                (.put, ["name": "X", "email": ""]), (.put, ["name": "X", "email": "ab"]),
            ] as [(HTTPRequest.Method, JSONValue)] {
                #expect(try await server.send(method, "/api/students/1/", change).status == 400, "\(change)")
            }
            #expect(try await server.get("/api/sessions/1/").json == session)
            #expect(try await server.get("/api/students/1/").json == student)
            #expect(try await server.send(.patch, "/api/sessions/1/", ["description": .null]).status == 200)
        }
    }

    @Test func whatIsShownAndCannotBeChangedIsNotSwallowed() async throws {
        try await SessionFlowTests.run { server in
            _ = try await server.post("/api/students/", ["name": "Ann", "email": "ann@example.com"])
            _ = try await server.post("/api/interviewers/", ["name": "Ida", "email": "ida@example.com"])
            let before = try await server.get("/api/sessions/1/")
            let uuid = try #require(before["session_id"]?.string)
            let others: [(String, JSONValue)] = [
                ("id", 2), ("session_id", "zzz"), ("interviewer", 2), ("interviewer", .null), ("student", 2),
                ("interviewer_name", "Ida"), ("student_name", "jane smith"),
                ("started_at", "2026-02-01T10:00:00Z"), ("ended_at", "2026-02-01T10:00:00Z"),
                ("created_at", "2020-02-01T10:00:00Z"),
            ]
            for (name, value) in others {
                for (method, rest) in [(.patch, [:]), (.put, ["title": "R2"])]
                    as [(HTTPRequest.Method, [String: JSONValue])]
                {
                    let refused = try await server.send(
                        method, "/api/sessions/1/",
                        .object(rest.merging([name: value, "description": "lost"]) { $1 }))
                    #expect(refused.status == 400, "\(name): \(refused.text)")
                    #expect(refused["errors"]?.elements.first?["field"]?.string == name)
                }
            }
            #expect(try await server.get("/api/sessions/1/").json == before.json)
            let named = try await server.send(.patch, "/api/sessions/1/", ["student": 2])
            #expect(named["detail"]?.string?.contains("student_id") == true, "\(named.text)")
            // What is shown comes back in whatever way it is written, also beside a change.
            let changed = try await server.send(
                .patch, "/api/sessions/1/",
                [
                    "session_id": .text(uuid.uppercased()), "interviewer": 1, "interviewer_name": "John Doe",
                    "interviewer_id": 2, "started_at": .null, "updated_at": "2020-02-01T10:00:00Z",
                    "created_at": .text(
                        (before["created_at"]?.string ?? "").replacing("Z", with: "+00:00")),
                ])
            #expect(changed.status == 200, "\(changed.text)")
            #expect(changed["interviewer_name"]?.string == "Ida")
        }
    }

    @Test func aNewSessionLosesNobodyWhoIsNamed() async throws {
        try await SessionFlowTests.run { server in
            let refused = try await server.post(
                "/api/sessions/", ["title": "X", "interviewer": 1, "student": 1])
            #expect(refused.status == 400)
            #expect(refused.text.contains("interviewer_id") && refused.text.contains("student_id"))
            #expect(try await server.post("/api/sessions/", ["title": "  "]).status == 400)
            #expect(try await server.get("/api/sessions/").json.elements.count == 1)
        }
    }
}
