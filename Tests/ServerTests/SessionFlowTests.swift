import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Service
import Speech
import Testing

/// A whole interview as the interface of sessions promises it, in the words of its examples.
@Suite struct SessionFlowTests {
    static let questions: [Question] = (1...12).map { number in
        testQuestion(
            "index-\(number)", "What does an index do in case \(number)?", category: "databases",
            roles: ["Software Engineer"],
            points: [
                KeyPoint(
                    id: "rows", statement: "An index finds rows without reading the whole table.", weight: 1)
            ])
    }

    static let answer: JSONValue = """
        I am a passionate software engineer: I use an index, because it finds the rows without reading the whole table, for example in \
        our shop where orders were looked up by their customer.
        """

    static let john: JSONValue = ["name": "John Doe", "email": "john@example.com"]
    static let jane: JSONValue = ["name": "Jane Smith", "email": "jane@example.com"]
    static let session: JSONValue = [
        "title": "Software Engineer Interview", "interviewer_id": 1, "student_id": 1, "duration_minutes": 30,
        "scheduled_at": "2026-02-01T10:00:00Z",
    ]
    static let written: JSONValue = [
        "questions": [
            [
                "session": 1, "question_text": "Tell me about yourself", "category": "Introduction",
                "difficulty": "easy", "order": 1,
            ],
            [
                "session": 1, "question_text": "What are your strengths?", "category": "Behavioral",
                "difficulty": "medium", "order": 2,
            ],
        ]
    ]

    /// A server with John, Jane and their session.
    static func run(_ body: @escaping (InterviewServer) async throws -> Void) async throws {
        try await InterviewServer.run(questions: questions) { server in
            for (path, json) in [
                ("/api/interviewers/", john), ("/api/students/", jane), ("/api/sessions/", session),
            ] {
                let made = try await server.post(path, json)
                #expect(made.status == 201, "\(path): \(made.text)")
                #expect(made["id"]?.number == 1, "Interviewers, students and sessions are counted apart.")
            }
            try await body(server)
        }
    }

    /// What somebody says in a session.
    static func say(
        _ server: InterviewServer, _ action: String, _ session: JSONValue = 1, _ response: JSONValue? = nil
    ) async throws -> InterviewServer.Reply {
        var body: [String: JSONValue] = ["action": .text(action), "session_id": session]
        if let response { body["student_response"] = response }
        return try await server.post("/api/ai-interview/", .object(body))
    }

    @Test func anAnswerThatIsSentAgainIsNoneToTheNextQuestion() async throws {
        try await Self.run { server in
            _ = try await server.post("/api/questions/bulk_create/", Self.written)
            let greeting = try await Self.say(server, "initialize")
            let question = try #require(greeting["question"]?["id"])
            let answer: JSONValue = [
                "action": "respond", "session_id": 1, "student_response": Self.answer,
                "question_id": question,
            ]
            let taken = try await server.post("/api/ai-interview/", answer)
            #expect(taken.status == 200 && taken["question"]?["id"] != question, "\(taken.text)")
            let again = try await server.post("/api/ai-interview/", answer)
            #expect(again.status == 409, "\(again.text)")
            let next = try await Self.say(server, "respond", 1, Self.answer)
            #expect(next.status == 200, "\(next.text)")
        }
    }

    @Test func theWholeWorkflowOfTheExamples() async throws {
        try await Self.run { server in
            let session = try await server.get("/api/sessions/1/")
            let uuid = try #require(session["session_id"])
            #expect(UUID(uuidString: uuid.string ?? "") != nil)
            #expect(session["scheduled_at"]?.string == "2026-02-01T10:00:00Z")
            #expect(session["status"]?.string == "scheduled")
            #expect(session["duration_minutes"]?.number == 30)
            #expect(session["interviewer"]?.number == 1)
            #expect(session["interviewer_name"]?.string == "John Doe")
            #expect(session["student_name"]?.string == "Jane Smith")
            #expect(session["started_at"] == nil)

            let written = try await server.post("/api/questions/bulk_create/", Self.written)
            #expect(written.status == 201, "\(written.text)")
            #expect(
                written.json.elements.map { $0["category"]?.string } == ["Introduction", "Behavioral"])
            #expect(written.json.elements.map { $0["difficulty"]?.string } == ["easy", "medium"])
            #expect(written.json.elements.map { $0["order"]?.number } == [1, 2])

            let started = try await server.post("/api/sessions/1/start/")
            #expect(started.status == 200, "\(started.text)")
            #expect(started["status"]?.string == "in_progress")
            #expect(started["started_at"]?.string?.hasSuffix("Z") == true)

            let hello = try await Self.say(server, "initialize", uuid)
            #expect(hello.status == 200, "\(hello.text)")
            #expect(hello["message"]?.string?.contains("Hello, Jane Smith") == true)
            #expect(hello["message"]?.string?.hasSuffix("Tell me about yourself") == true)
            #expect(hello["question"]?["id"] == written.json.elements[0]["id"])
            #expect(hello["feedback"] == nil)
            let again = try await Self.say(server, "initialize", uuid)
            #expect(again["question"] == hello["question"], "What was put stays.")

            let first = try await Self.say(server, "respond", uuid, "I am a passionate software engineer...")
            #expect(first.status == 200, "\(first.text)")
            let feedback = try #require(first["feedback"])
            #expect(feedback["summary"]?.string?.isEmpty == false)
            #expect(first["question"]?["question_text"]?.string == "What are your strengths?")
            #expect(first["is_complete"] == .boolean(false))
            #expect(first["questions_answered"]?.number == 1)
            #expect(first["questions_total"]?.number == 2)

            let over = try await Self.say(server, "end", uuid)
            #expect(over.status == 200, "\(over.text)")
            #expect(over["status"]?.string == "completed", "It was answered in part.")
            #expect(over["message"]?.string?.contains("You answered 1 of 2 questions.") == true)
            _ = try await Self.say(server, "end", uuid)
            // All that was said is the conversation, in its order: what the interviewer says between the questions once.
            let told = try await server.get("/api/conversations/?session_id=\(uuid.string ?? "")").json
                .elements
            #expect(
                told.map { $0["speaker"]?.string } == ["ai", "ai", "student", "ai", "ai", "ai"], "\(told)")
            let texts = told.compactMap { $0["message"]?.string }
            #expect(hello["message"]?.string == "\(texts[0]) The first question: \(texts[1])")
            #expect(texts[2] == "I am a passionate software engineer...")
            #expect(texts[3] == feedback["summary"]?.string && texts[4] == "What are your strengths?")
            #expect(told[3]["question"] == told[2]["question"])
            #expect(texts[5] == over["message"]?.string)
            let ended = try await server.post("/api/sessions/1/end/")
            #expect(ended.status == 200, "What has ended stays as it is: \(ended.text)")
            #expect(ended["status"]?.string == "completed")
            #expect(ended["ended_at"]?.string != nil)

            let report = try await server.post("/api/reports/generate/", ["session_id": uuid])
            #expect(report.status == 201, "\(report.text)")
            #expect(report["session"]?.number == 1)
            let address = try #require(report["pdf_file"]?.string.flatMap { URLComponents(string: $0)?.path })
            let pdf = try await server.get(address)
            #expect(pdf.status == 200)
            #expect(pdf.text.hasPrefix("%PDF-"))
            #expect(pdf.text.count > 1_000)
        }
    }

    @Test func aSessionWithoutQuestionsGetsSomeThatFitIt() async throws {
        try await Self.run { server in
            let hello = try await Self.say(server, "initialize")
            #expect(hello.status == 200, "It begins a session that was planned: \(hello.text)")
            #expect(hello["status"]?.string == "in_progress")
            #expect(hello["questions_total"]?.number == 5, "One for each six minutes.")
            let chosen = try await server.get("/api/questions/?session_id=1")
            #expect(chosen.json.elements.count == 5)
            #expect(chosen.json.elements.allSatisfy { $0["category"]?.string == "databases" })
            var last = hello
            var count = 0
            while last["is_complete"] == .boolean(false), count < 20 {
                last = try await Self.say(server, "respond", 1, Self.answer)
                #expect(last.status == 200, "\(last.text)")
                let score = last["feedback"]?["score"]?.number ?? -1
                #expect((0...100).contains(score) && (score * 100).rounded() / 100 == score)
                count += 1
            }
            #expect(count >= 5)
            #expect(last["message"]?.string?.hasSuffix("That was the last question.") == true)
            #expect(try await Self.say(server, "respond", 1, Self.answer).status == 409)
            let over = try await Self.say(server, "end")
            #expect(over["overall_score"]?.number ?? 0 > 0)
        }
    }

    @Test func whatDoesNotFitTheStateIsRefused() async throws {
        try await Self.run { server in
            let early = try await Self.say(server, "respond", 1, Self.answer)
            #expect(early.status == 409, "It was not begun.")
            #expect(try await Self.say(server, "end").status == 409)
            #expect(try await server.post("/api/sessions/1/end/").status == 409)
            #expect(try await Self.say(server, "initialize", 99).status == 404)
            #expect(try await Self.say(server, "initialize", "nothing").status == 400)
            #expect(try await Self.say(server, "sing").status == 400)
            #expect(try await Self.say(server, "initialize").status == 200)
            #expect(try await Self.say(server, "respond").status == 400, "There is no answer.")
            #expect(try await Self.say(server, "respond", 1, " ").status == 400, "It says nothing.")
            let over = try await server.post("/api/sessions/1/end/")
            #expect(over["status"]?.string == "cancelled", "Nothing was answered.")
            #expect(try await Self.say(server, "initialize").status == 409)
            #expect(try await server.post("/api/sessions/1/start/").status == 409)
        }
    }

    @Test func expectedAnswersAreWhatAnswersAreJudgedBy() async throws {
        try await Self.run { server in
            var scores: [Double] = []
            for expected in [
                "An index finds the rows without reading the whole table.",
                "Green tea is steeped in water of eighty degrees for two minutes.",
            ] {
                let made = try await server.post("/api/sessions/", ["title": "One question"])
                let id = try #require(made["id"])
                let added = try await server.post(
                    "/api/questions/",
                    [
                        "session": id, "question_text": "What does an index do?", "category": "Databases",
                        "expected_answer": .text(expected),
                    ])
                #expect(added["expected_answer"]?.string == expected)
                _ = try await Self.say(server, "initialize", id)
                let judged = try await Self.say(server, "respond", id, Self.answer)
                scores.append(try #require(judged["feedback"]?["score"]?.number))
            }
            #expect(scores[0] > scores[1] + 10, "\(scores)")
        }
    }

    @Test func aQuestionLikeOneOfABankIsJudgedLikeThatOne() async throws {
        try await Self.run { server in
            let added = try await server.post(
                "/api/questions/",
                ["session": 1, "question_text": "What, in case 3, does an index do?", "category": "Anything"])
            #expect(added["category"]?.string == "Anything")
            #expect(added["expected_answer"]?.string?.hasPrefix("An index finds rows") == true)
            _ = try await Self.say(server, "initialize")
            let judged = try await Self.say(server, "respond", 1, Self.answer)
            #expect(judged["feedback"]?["score"]?.number ?? 0 > 40)
        }
    }
}
