import Accounts
import Archive
import Evaluation
import Foundation
import HTTPTypes
import Interview
import InterviewTestSupport
import Records
import Service
import Speech
import Testing

@testable import Server

/// Practice over HTTP, as its interface promises it.
@Suite struct PracticeEndpointsTests {
    private static let root = "/api/v1/interview"
    private static let questions: [Question] =
        (1...8).map { number in
            testQuestion(
                "sql-\(number)", "What is the difference between SQL and NoSQL databases, part \(number)?",
                category: "database",
                points: [
                    KeyPoint(id: "schema", statement: "SQL has a fixed schema, NoSQL has none", weight: 1),
                    KeyPoint(id: "acid", statement: "SQL databases ensure ACID transactions", weight: 1),
                ])
        }
        + (1...4).map { number in
            testQuestion(
                "story-\(number)", "Tell me about a time you learned something, number \(number).",
                kind: .behavioural, category: "learning", level: .senior)
        }
        + [testQuestion("design", "Design a chat.", kind: .systemDesign, category: "design", level: .expert)]

    private static let answer: JSONValue =
        "SQL databases are relational and use structured schemas with tables and rows. They ensure ACID properties and are good for complex queries. NoSQL databases are non-relational, schema-less, and better for unstructured data and horizontal scaling. Examples: MySQL (SQL), MongoDB (NoSQL)."

    private func server(_ body: @escaping (InterviewServer) async throws -> Void) async throws {
        try await InterviewServer.run(questions: Self.questions, body)
    }

    private func started(
        _ server: InterviewServer, count: Int = 2, kind: String = "technical"
    ) async throws -> (session: Int, question: Int) {
        let reply = try await server.post(
            Self.root + "/start",
            [
                "session_type": .text(kind), "job_role": "Software Engineer", "difficulty_level": "mid",
                "num_questions": .number(Double(count)),
            ])
        #expect(reply.status == 200, "\(reply.text)")
        return (
            Int(try #require(reply["session_id"]?.number)),
            Int(try #require(reply["first_question"]?["question_id"]?.number))
        )
    }

    private func answer(_ server: InterviewServer, _ session: Int, _ question: Int) async throws
        -> InterviewServer.Reply
    {
        try await server.post(
            Self.root + "/answer",
            [
                "session_id": .number(Double(session)), "question_id": .number(Double(question)),
                "answer": Self.answer, "time_taken_seconds": 120,
            ])
    }

    @Test func aSessionBeginsWithItsFirstQuestion() async throws {
        try await server { server in
            let reply = try await server.post(
                Self.root + "/start",
                [
                    "session_type": "mixed", "job_role": "Software Engineer", "difficulty_level": "mid",
                    "num_questions": 5,
                ])
            #expect(reply.status == 200)
            #expect(
                reply.json.names == [
                    "difficulty_level", "first_question", "job_role", "message", "session_id", "session_type",
                    "total_questions",
                ])
            #expect(reply["total_questions"]?.number == 5)
            #expect(reply["job_role"]?.string == "Software Engineer")
            #expect(
                reply["message"]?.string
                    == "Interview session started! You have 5 questions to answer. Good luck!")
            let first = try #require(reply["first_question"])
            #expect(
                first.names == [
                    "category", "difficulty", "question_id", "question_number", "question_text",
                    "question_type", "total_questions",
                ])
            #expect(first["question_number"]?.number == 1)
            #expect(try await server.post(Self.root + "/start", [:]).status == 200, "All has usual values.")
            for wrong: JSONValue in [
                ["num_questions": 21], ["num_questions": 0], ["job_role": "ab"], ["session_type": "panel"],
                ["job_role": "a  "], ["job_role": " QA "], ["job_role": "   "],
                ["difficulty_level": "expert"], ["resume_id": 99], ["resume_id": "x"],
            ] {
                #expect(try await server.post(Self.root + "/start", wrong).status == 400, "\(wrong)")
            }
        }
    }

    @Test func answersAreJudgedAtOnceAndTheSessionSummedUp() async throws {
        try await server { server in
            let (session, first) = try await started(server)
            let reply = try await answer(server, session, first)
            #expect(reply.status == 200, "\(reply.text)")
            #expect(
                reply.json.names == [
                    "answer_id", "feedback", "has_more_questions", "question_number", "question_text",
                    "scores",
                    "sentiment", "time_taken_seconds", "your_answer",
                ])
            #expect(
                reply["scores"]?.names == [
                    "clarity", "communication", "completeness", "overall", "relevance", "technical_accuracy",
                ])
            let overall = try #require(reply["scores"]?["overall"]?.number)
            #expect((1...100).contains(overall) && overall == overall.rounded())
            #expect(!reply.text.contains("\"overall\":\(Int(overall))."), "A whole number has no point.")
            #expect(
                reply["feedback"]?.names == [
                    "missing_points", "narrative", "strengths", "suggestions", "weaknesses",
                ])
            #expect(reply["time_taken_seconds"]?.number == 120)
            #expect(reply["has_more_questions"] == .boolean(true))
            let next = try await server.get(Self.root + "/\(session)/question/")
            #expect(next.status == 200)
            #expect(next["question_number"]?.number == 2)
            let second = Int(try #require(next["question_id"]?.number))
            #expect(try await answer(server, session, second)["has_more_questions"] == .boolean(false))
            #expect(try await server.get(Self.root + "/\(session)/question").status == 404)
            let done = try await server.post(Self.root + "/\(session)/complete")
            #expect(done.status == 200, "\(done.text)")
            #expect(
                done.json.names == [
                    "average_scores", "completed", "feedback", "message", "performance", "questions_answered",
                    "ratings", "session_id", "total_time_seconds",
                ])
            #expect(done["completed"] == .boolean(true))
            #expect(done["ratings"]?.names == ["communication", "confidence", "technical"])
            #expect((1...5).contains(done["ratings"]?["confidence"]?.number ?? 0))
            #expect(
                done["feedback"]?.names == [
                    "areas_to_improve", "practice_recommendations", "preparation_tips",
                    "recommended_resources", "strengths",
                ])
            #expect(
                done["message"]?.string?.hasPrefix(
                    "Interview completed! You answered 2 questions with an average score of ") == true)
            let details = try await server.get(Self.root + "/\(session)")
            #expect(details["status"]?.string == "completed")
            #expect(details["questions_and_answers"]?.elements.count == 2)
            #expect(details["average_scores"] == done["average_scores"])
            #expect(details["started_at"]?.string?.hasSuffix("Z") == true)
        }
    }

    @Test func whatDoesNotFitIsRefusedAsPromised() async throws {
        try await server { server in
            let (session, first) = try await started(server)
            var short = try await server.post(
                Self.root + "/answer",
                [
                    "session_id": .number(Double(session)), "question_id": .number(Double(first)),
                    "answer": "short",
                ])
            #expect(short.status == 400)
            short = try await server.post(
                Self.root + "/answer",
                [
                    "session_id": .number(Double(session)), "question_id": .number(Double(first)),
                    "answer": "  short     ",
                ])
            #expect(short.status == 400, "Blanks around it do not count.")
            #expect(short["errors"]?.elements.first?["field"]?.string == "answer")
            #expect(try await answer(server, session, first).status == 200)
            short = try await answer(server, session, first)
            #expect(short.status == 400, "It was answered already.")
            #expect(short["detail"]?.string?.isEmpty == false)
            #expect(try await answer(server, session, 9_999).status == 404)
            #expect(try await answer(server, 9_999, first).status == 404)
            for path in ["/9999", "/9999/question", "/nothing", "/-1"] {
                #expect(try await server.get(Self.root + path).status == 404, "\(path)")
            }
            #expect(try await server.post(Self.root + "/\(session)/complete").status == 200)
            #expect(try await server.post(Self.root + "/\(session)/complete").status == 400)
            #expect(try await server.get(Self.root + "/\(session)/question").status == 400)
            let deleted = try await server.delete(Self.root + "/\(session)")
            #expect(deleted.text == "{\"message\":\"Interview session deleted successfully\"}")
            #expect(try await server.delete(Self.root + "/\(session)").status == 404)
        }
    }

    @Test func aSessionIsNamedByItsNumberOrItsUUID() async throws {
        try await server { server in
            let (session, first) = try await started(server)
            let id = try await server.service.interview(.number(Int64(session)), for: .local).interview.id
            #expect(try await server.get(Self.root + "/\(id)")["session_id"]?.number == Double(session))
            let reply = try await server.post(
                Self.root + "/answer",
                ["session_id": .text(id), "question_id": .number(Double(first)), "answer": Self.answer])
            #expect(reply.status == 200)
            #expect(reply["time_taken_seconds"]?.number != nil, "It is taken from the last step.")
        }
    }

    @Test func sessionsAreListedAndNoneIsHidden() async throws {
        try await server { server in
            let (one, _) = try await started(server)
            let (two, first) = try await started(server, count: 1, kind: "behavioral")
            _ = try await answer(server, two, first)
            _ = try await server.post(Self.root + "/\(two)/complete")
            // Interviews of kinds and states that the interface has no names for.
            var request = InterviewRequest()
            request.kind = .systemDesign
            request.questionCount = 1
            let planned = try await server.service.create(request, for: .local)
            let called = try await server.service.create(request, for: .local)
            _ = try await server.service.cancel(.number(called.number), for: .local)
            let all = try await server.get(Self.root + "/sessions")
            #expect(all.json.names == ["page", "page_size", "sessions", "total"])
            #expect(all["total"]?.number == 4)
            #expect(all["page_size"]?.number == 20)
            let shown = all["sessions"]?.elements ?? []
            #expect(
                Set(shown.compactMap { $0["id"]?.number }) == [
                    Double(one), Double(two), Double(planned.number), Double(called.number),
                ])
            #expect(
                shown.first?.names
                    == [
                        "average_score", "completed_at", "confidence_rating", "difficulty_level",
                        "duration_seconds", "id", "job_role", "overall_performance", "questions_answered",
                        "communication_rating", "session_type", "started_at", "status", "technical_rating",
                        "total_questions",
                    ].sorted())
            func ids(_ query: String) async throws -> [Double] {
                let reply = try await server.get(Self.root + "/sessions?" + query)
                #expect(reply["total"]?.number == Double(reply["sessions"]?.elements.count ?? -1))
                return (reply["sessions"]?.elements ?? []).compactMap { $0["id"]?.number }.sorted()
            }
            #expect(
                try await ids("session_type=technical")
                    == [one, Int(planned.number), Int(called.number)].map(Double.init).sorted())
            #expect(try await ids("session_status=abandoned") == [Double(called.number)])
            #expect(try await ids("session_status=completed&session_type=behavioral") == [Double(two)])
            #expect(
                try await ids("session_status=in_progress")
                    == [one, Int(planned.number)].map(Double.init).sorted())
            let page = try await server.get(Self.root + "/sessions?skip=2&limit=2")
            #expect(page["page"]?.number == 2)
            #expect(page["sessions"]?.elements.count == 2)
            #expect(page["total"]?.number == 4)
            for wrong in ["limit=101", "limit=0", "skip=-1", "session_status=scheduled"] {
                #expect(try await server.get(Self.root + "/sessions?" + wrong).status == 400, "\(wrong)")
            }
        }
    }

    @Test func figuresRolesQuestionsAndHistoryAreShown() async throws {
        try await server { server in
            let (session, first) = try await started(server, count: 1)
            _ = try await answer(server, session, first)
            _ = try await server.post(Self.root + "/\(session)/complete")
            let figures = try await server.get(Self.root + "/stats/overview")
            #expect(
                figures.json.names == [
                    "average_overall_score", "average_session_duration_minutes", "favorite_job_role",
                    "improvement_trend", "performance_distribution", "total_questions_answered",
                    "total_sessions",
                ])
            #expect(figures["total_sessions"]?.number == 1)
            #expect(
                figures["performance_distribution"]?.names == [
                    "average", "excellent", "good", "needs_improvement",
                ])
            #expect(figures["favorite_job_role"]?.string == "Software Engineer")
            let found = try await server.get(
                Self.root + "/questions?search=nosql&question_type=technical&limit=3")
            #expect(found["total"]?.number == 8)
            #expect(found["questions"]?.elements.count == 3)
            let seniors = try await server.get(Self.root + "/questions?difficulty_level=senior")
            #expect(seniors["total"]?.number == 5, "An expert is shown as a senior.")
            #expect(try await server.get(Self.root + "/roles").status == 200)
            let history = try await server.get(Self.root + "/history")
            #expect(history["scores"]?.elements.count == 1)
            let resources = try await server.get(Self.root + "/\(session)/resources")
            #expect(resources["session_id"]?.number == Double(session))
            let again = try await server.post(Self.root + "/\(session)/restart")
            #expect(again.status == 200)
            #expect(again["session_id"]?.number != Double(session))
            let open = Int(try #require(again["session_id"]?.number))
            #expect(try await server.post(Self.root + "/\(open)/restart").status == 400)
        }
    }

    @Test func subjectsAreFoundByTheNamesThatOthersHaveForThem() async throws {
        let categories = ["programming", "web", "database", "system design", "tools", "design"]
        let questions =
            categories.map { testQuestion($0, category: $0) } + [
                testQuestion("story", kind: .behavioural, category: "learning"),
                testQuestion("case", kind: .situational, category: "courage"),
            ]
        try await InterviewServer.run(questions: questions) { server in
            for (asked, found) in [
                ("Programming%20Fundamentals", ["programming"]), ("Web%20Development", ["web"]),
                ("Database", ["database"]), ("System%20Design", ["system_design"]),
                ("Tools%20%26%20Workflows", ["tools"]), ("Behavioral", ["learning"]),
                ("situational", ["courage"]), ("design_patterns", ["design"]), ("cooking", []),
                ("Behavioral&question_type=technical", []),
            ] {
                let reply = try await server.get(Self.root + "/questions?category=\(asked)")
                #expect(reply["questions"]?.elements.map { $0["category"]?.string } == found, "\(asked)")
            }
        }
    }

    @Test func somebodyElsesSessionIsToldFromOneThatIsNotThere() async throws {
        try await server { server in
            let (session, _) = try await started(server)
            let person = try await server.service.archive.records.keep(Person(id: "b", name: "Bob")).number
            let bob = Requester(account: 1, person: person, role: .candidate, organization: nil)
            let endpoints = PracticeEndpoints(service: server.service)
            for (number, status) in [(Int64(session), 401), (9_999, 404)] {
                let name = RecordName.number(number)
                do {
                    _ = try await endpoints.session(name) {
                        try await server.service.results(of: name, for: bob)
                    }
                    Issue.record("It was shown.")
                } catch {
                    #expect(RefusalMiddleware.refusal(error).status.code == status)
                }
            }
        }
    }
}
