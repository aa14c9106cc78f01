import Archive
import HTTPTypes
import Interview
import InterviewTestSupport
import ServerTestSupport
import Service
import Speech
import Testing

/// Questions of sessions and what is said in them over HTTP.
@Suite struct SessionQuestionTests {
    private static let root = "/api/questions/"

    @Test func questionsAreWrittenChangedMovedAndTakenOut() async throws {
        try await SessionFlowTests.run { server in
            let uuid = try #require(try await server.get("/api/sessions/1/")["session_id"])
            var ids: [Int] = []
            for (text, order) in [("First?", 1), ("Third?", 0), ("Second?", 2)] {
                let made = try await server.post(
                    Self.root,
                    [
                        "session": uuid, "question_text": .text(text), "category": "Soft <skills>",
                        "order": .number(Double(order)),
                    ])
                #expect(made.status == 201, "\(made.text)")
                #expect(made["category"]?.string == "Soft <skills>")
                #expect(made["difficulty"]?.string == "medium")
                ids.append(Int(try #require(made["id"]?.number)))
            }
            func texts() async throws -> [String?] {
                try await server.get(Self.root + "?session_id=\(uuid.string ?? "")").json.elements
                    .map { $0["question_text"]?.string }
            }
            #expect(try await texts() == ["First?", "Second?", "Third?"])
            let shown = try await server.get(Self.root + "\(ids[1])/")
            #expect(shown["order"]?.number == 3)
            #expect(shown["session_id"] == uuid)
            let same = try await server.send(.put, Self.root + "\(ids[1])/", shown.json)
            #expect(same.status == 200, "What was shown comes back: \(same.text)")
            #expect(same.json == shown.json)
            let changed = try await server.send(
                .patch, Self.root + "\(ids[1])/",
                ["order": 1, "difficulty": "hard", "expected_answer": "A story."])
            #expect(changed["order"]?.number == 1)
            #expect(changed["difficulty"]?.string == "hard")
            #expect(changed["expected_answer"]?.string == "A story.")
            #expect(try await texts() == ["Third?", "First?", "Second?"])
            _ = try await server.post("/api/sessions/", ["title": "Another"])
            #expect(
                try await server.send(.patch, Self.root + "\(ids[1])/", ["session": 2]).status == 400,
                "It stays in its session.")
            #expect(try await server.delete(Self.root + "\(ids[1])/").status == 204)
            #expect(try await server.get(Self.root + "\(ids[1])/").status == 404)
            #expect(try await texts() == ["First?", "Second?"])
        }
    }

    @Test func severalAreKeptOrNone() async throws {
        try await SessionFlowTests.run { server in
            let good: JSONValue = ["session": 1, "question_text": "Why?", "category": "Any"]
            let many: JSONValue = .list(Array(repeating: good, count: 101))
            for bad: JSONValue in [
                ["questions": [good, ["session": 7, "question_text": "Why not?"]]],
                ["questions": [good, ["session": 1]]],
                ["questions": [good, ["session": 1, "question_text": "?", "difficulty": "mild"]]],
                ["questions": []], [:], ["questions": many],
            ] {
                let refused = try await server.post(Self.root + "bulk_create/", bad)
                #expect(refused.status == 400, "\(refused.text)")
            }
            #expect(try await server.get(Self.root).json.elements.isEmpty)
            _ = try await server.post("/api/sessions/", ["title": "Another"])
            let both = try await server.post(
                Self.root + "bulk_create/",
                [
                    "questions": [
                        ["session": 2, "question_text": "B?", "order": 2],
                        ["session": 2, "question_text": "A?", "order": 1], good,
                    ]
                ])
            #expect(both.json.elements.map { $0["question_text"]?.string } == ["B?", "A?", "Why?"])
            #expect(both.json.elements.map { $0["order"]?.number } == [2, 1, 1])
            #expect(try await server.get(Self.root + "?session_id=2").json.elements.count == 2)
            #expect(try await server.get(Self.root).json.elements.count == 3)
            #expect(try await server.get(Self.root + "?session_id=9").status == 404)
            #expect(try await server.get(Self.root + "?session_id=x").status == 400)
            _ = try await server.send(.patch, "/api/sessions/2/", ["status": "cancelled"])
            let over = try await server.post(
                Self.root + "bulk_create/", ["questions": [good, ["session": 2, "question_text": "Late?"]]])
            #expect(over.status == 409)
            #expect(try await server.get(Self.root).json.elements.count == 3)
        }
    }

    @Test func aQuestionCanBeTakenOutUntilItIsAnswered() async throws {
        try await SessionFlowTests.run { server in
            let written = try await server.post(Self.root + "bulk_create/", SessionFlowTests.written)
            let ids = written.json.elements.compactMap { $0["id"]?.number.map { Int($0) } }
            _ = try await SessionFlowTests.say(server, "initialize")
            let changed = try await server.send(
                .patch, Self.root + "\(ids[0])/", ["question_text": "Who are you?"])
            #expect(changed.status == 409, "It was put.")
            #expect(try await server.delete(Self.root + "\(ids[0])/").status == 204)
            let next = try await SessionFlowTests.say(server, "respond", 1, SessionFlowTests.answer)
            #expect(next.status == 200, "\(next.text)")
            #expect(next["is_complete"] == .boolean(true))
            #expect(try await server.get(Self.root + "\(ids[1])/")["is_answered"] == .boolean(true))
            #expect(try await server.delete(Self.root + "\(ids[1])/").status == 409)
            let said = try await server.get("/api/conversations/?session_id=1").json.elements
            // The greeting, then the question, its answer and what is said of that.
            let about = Double(ids[1])
            #expect(
                said.map { $0["question"]?.number } == [nil, about, about, about],
                "What was taken back was not said.")
        }
    }

    @Test func aConversationIsWhatWasSaid() async throws {
        try await SessionFlowTests.run { server in
            let root = "/api/conversations/"
            let uuid = try #require(try await server.get("/api/sessions/1/")["session_id"])
            let written = try await server.post(Self.root + "bulk_create/", SessionFlowTests.written)
            let question = try #require(written.json.elements[0]["id"])
            _ = try await SessionFlowTests.say(server, "initialize", uuid)
            _ = try await SessionFlowTests.say(server, "respond", uuid, SessionFlowTests.answer)
            let note = try await server.post(
                root,
                [
                    "session": uuid, "question": question, "speaker": "student", "message": "May I <ask>?",
                    "audio_file": "https://example.org/a.wav",
                ])
            #expect(note.status == 201, "\(note.text)")
            #expect(note["audio_file"]?.string == "https://example.org/a.wav")
            let said = try await server.get(root + "?session_id=\(uuid.string ?? "")").json.elements
            #expect(said.map { $0["speaker"]?.string } == ["ai", "ai", "student", "ai", "ai", "student"])
            let messages = said.compactMap { $0["message"]?.string }
            #expect(messages[0].hasPrefix("Hello, Jane Smith"))
            #expect(messages[1...2] == ["Tell me about yourself", SessionFlowTests.answer.string ?? ""])
            #expect(messages[4...5] == ["What are your strengths?", "May I <ask>?"])
            #expect(said[0]["question"] == nil || said[0]["question"] == .null)
            for place in [1, 2, 3, 5] { #expect(said[place]["question"] == question) }
            #expect(said.allSatisfy { $0["timestamp"]?.string?.hasSuffix("Z") == true })
            #expect(try await server.get(root).json.elements == said)
            #expect(try await server.get(root + "?limit=1&offset=1").json.elements == [said[1]])
            let id = Int(try #require(said[1]["id"]?.number))
            #expect(try await server.get(root + "\(id)/").json == said[1])
            #expect(try await server.get(root + "\(id)/audio/").status == 404, "It was written.")
            #expect(try await server.get(root + "999/").status == 404)
            #expect(try await server.get(root + "?session_id=9").status == 404)

            for bad: JSONValue in [
                ["session": uuid, "speaker": "nobody", "message": "x"], ["session": uuid, "speaker": "ai"],
                ["session": 9, "speaker": "ai", "message": "x"],
                ["session": uuid, "speaker": "ai", "message": "x", "question": 999],
                ["session": uuid, "speaker": "ai", "message": " "],
            ] {
                #expect(try await server.post(root, bad).status == 400)
            }
            #expect(try await server.delete("/api/sessions/1/").status == 204)
            #expect(try await server.get(root).json.elements.isEmpty)
        }
    }

    @Test func reportsAreListedBySession() async throws {
        try await SessionFlowTests.run { server in
            let root = "/api/reports/"
            #expect(try await server.get(root).json.elements.isEmpty)
            #expect(try await server.post(root + "generate/", ["session_id": 9]).status == 404)
            #expect(try await server.post(root + "generate/", [:]).status == 400)
            let made = try await server.post(root + "generate/", ["session_id": 1])
            #expect(made.status == 201, "Also of a session that was not begun: \(made.text)")
            _ = try await server.post("/api/sessions/", ["title": "Another"])
            _ = try await server.post(root + "generate/", ["session_id": 2])
            #expect(try await server.get(root).json.elements.map { $0["session"]?.number } == [2, 1])
            let uuid = try #require(made["session_id"]?.string)
            #expect(try await server.get(root + "?session_id=\(uuid)").json.elements == [made.json])
            let id = Int(try #require(made["id"]?.number))
            #expect(try await server.get(root + "\(id)/").json == made.json)
            #expect(try await server.get(root + "99/").status == 404)
            #expect(try await server.get(root + "99/pdf/").status == 404)
            let before = try await server.get(root + "\(id)/pdf/")
            _ = try await server.send(.patch, "/api/sessions/1/", ["title": "Quite another title"])
            let again = try await server.post(root + "generate/", ["session_id": 1])
            #expect(again.status == 201 && again["id"] == made["id"], "It is renewed: \(again.text)")
            #expect(try await server.get(root + "?session_id=1").json.elements == [again.json])
            #expect(try await server.get(root + "\(id)/pdf/").text != before.text)
            #expect(try await server.service.archive.orphans().isEmpty, "The file before is gone.")
        }
    }

    @Test func theAddressOfAPDFIsHowTheProxyWasAsked() async throws {
        try await SessionFlowTests.run { server in
            let made = try await server.post("/api/reports/generate/", ["session_id": 1])
            let path = "/api/reports/\(Int(try #require(made["id"]?.number)))/"
            #expect(try await server.get(path)["pdf_file"]?.string?.hasPrefix("http://") == true)
            let secure = try await server.server.send(.get, path, headers: ["X-Forwarded-Proto": "https"])
            #expect(secure.json?["pdf_file"]?.string?.hasPrefix("https://") == true, "\(secure.text)")
        }
    }

    @Test func anAnswerThatSaysNothingIsRefusedUnderItsName() async throws {
        try await SessionFlowTests.run { server in
            _ = try await SessionFlowTests.say(server, "initialize")
            for nothing: JSONValue in [" \n", "", .null] {
                let refused = try await SessionFlowTests.say(server, "respond", 1, nothing)
                #expect(refused.status == 400, "\(refused.text)")
                #expect(refused["errors"]?.elements.first?["field"]?.string == "student_response")
            }
        }
    }
}
