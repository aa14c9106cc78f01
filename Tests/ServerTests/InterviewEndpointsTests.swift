import Accounts
import Archive
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Records
import Service
import Speech
import Testing

/// Planning, holding and looking back on interviews over HTTP, as the interface promises it.
@Suite struct InterviewEndpointsTests {
    private static let root = "/api/v1/interviews"
    private static let questions: [Question] = (1...8).map { number in
        testQuestion(
            "react-\(number)", "Explain React hooks, part \(number).", category: "frontend",
            points: [
                KeyPoint(id: "state", statement: "Hooks let function components keep state", weight: 1),
                KeyPoint(id: "effect", statement: "Effects run after rendering", weight: 1),
            ])
    }

    private static let wish: JSONValue = [
        "title": "Frontend Developer Interview", "description": "Interview for React position",
        "interview_type": "technical", "difficulty": "medium", "job_role": "Senior Frontend Developer",
        "company_name": "TechCorp", "required_skills": ["React", "TypeScript", "Redux"],
        "duration_minutes": 45, "total_questions": 5, "use_ai": true, "enable_video": false,
        "enable_audio": true,
    ]

    private func server(_ body: @escaping (InterviewServer) async throws -> Void) async throws {
        try await InterviewServer.run(questions: Self.questions, body)
    }

    @Test func anInterviewIsPlannedHeldAndLookedBackOn() async throws {
        try await server { server in
            let made = try await server.post(Self.root + "/", Self.wish)
            #expect(made.status == 201, "\(made.text)")
            #expect(made["message"]?.string == "Interview created successfully")
            let interview = try #require(made["interview"])
            #expect(interview["status"]?.string == "scheduled")
            #expect(interview["duration_minutes"]?.number == 45)
            #expect(interview["total_score"]?.number == 0)
            #expect(interview["percentage"]?.number == 0)
            #expect(interview["questions"]?.elements.count == 5)
            let id = Int(try #require(interview["id"]?.number))
            let early = try await server.post(
                Self.root + "/\(id)/submit_response/",
                [
                    "question_id": interview["questions"]?.elements.first?["id"] ?? .null,
                    "text_response": "Early.",
                ])
            #expect(early.status == 409, "It was not begun.")
            let started = try await server.post(Self.root + "/\(id)/start/")
            #expect(started["message"]?.string == "Interview started successfully")
            #expect(started["interview"]?["status"]?.string == "in_progress")
            #expect(started["interview"]?["started_at"]?.string?.hasSuffix("Z") == true)
            #expect(try await server.post(Self.root + "/\(id)/start").status == 409)

            let questions = try await server.get(Self.root + "/\(id)/questions/").json.elements
            #expect(
                questions.first?.names == [
                    "difficulty", "expected_duration_minutes", "id", "is_ai_generated", "order",
                    "question_text", "question_type",
                ])
            #expect(questions.map { $0["order"]?.number } == [1, 2, 3, 4, 5])
            let submitted = try await server.post(
                Self.root + "/\(id)/submit_response/",
                [
                    "question_id": questions[3]["id"] ?? .null,
                    "text_response":
                        "React hooks are functions that let function components keep state, for example useState, and effects run after rendering.",
                    "audio_url": "https://example.org/a.wav", "code_response": "function useCustomHook() {}",
                    "time_taken_seconds": 180,
                ])
            #expect(submitted.status == 200, "\(submitted.text)")
            #expect(submitted["message"]?.string == "Response submitted successfully")
            let response = try #require(submitted["response"])
            let score = try #require(response["score"]?.number)
            #expect((0.1...10).contains(score))
            #expect(response["is_evaluated"] == .boolean(true))
            #expect(response["audio_url"]?.string == "https://example.org/a.wav")
            let metrics = try #require(response["evaluation_metrics"])
            for name in ["clarity", "relevance", "depth", "technical_accuracy"] {
                #expect((0...10).contains(metrics[name]?.number ?? -1), "\(name)")
            }

            let completed = try await server.post(Self.root + "/\(id)/complete/")
            #expect(completed["message"]?.string == "Interview completed successfully")
            let over = try #require(completed["interview"])
            #expect(over["status"]?.string == "completed")
            #expect(over["max_score"]?.number == 10)
            #expect(abs((over["total_score"]?.number ?? 0) * 10 - (over["percentage"]?.number ?? 1)) < 0.1)
            #expect(over["overall_feedback"]?.string?.isEmpty == false)
            #expect(try await server.post(Self.root + "/\(id)/complete/").status == 409)
            let results = try await server.get(Self.root + "/\(id)/results/")
            #expect(results["responses"]?.elements.count == 1)
            #expect(results["questions"]?.elements.first?["expected_answer"]?.string?.isEmpty == false)
        }
    }

    @Test func listsHavePagesWithTheAddressesBesideThem() async throws {
        try await server { server in
            for _ in 0..<3 { _ = try await server.post(Self.root + "/", Self.wish) }
            var request = InterviewRequest()
            request.kind = .mixed
            request.level = .expert
            request.questionCount = 1
            let other = try await server.service.create(request, for: .local)
            _ = try await server.service.cancel(.number(other.number), for: .local)
            let first = try await server.get(Self.root + "/?type=technical&page_size=3")
            #expect(first.json.names == ["count", "next", "previous", "results"])
            #expect(first["count"]?.number == 4)
            #expect(first["previous"] == nil)
            let next = try #require(first["next"]?.string)
            #expect(next.hasSuffix("\(Self.root)/?type=technical&page_size=3&page=2"))
            let path = try #require(URLComponents(string: next)?.percentEncodedPath)
            let query = try #require(URLComponents(string: next)?.percentEncodedQuery)
            let second = try await server.get("\(path)?\(query)")
            #expect(second["results"]?.elements.count == 1)
            #expect(second["next"] == nil)
            #expect(second["previous"]?.string?.hasSuffix("page=1") == true)
            #expect(try await server.get(Self.root + "/?page=9").status == 404)
            #expect(try await server.get(Self.root + "/?status=abandoned").status == 400)
            #expect(try await server.get(Self.root + "/?status=cancelled")["count"]?.number == 1)
            #expect(try await server.get(Self.root + "/?difficulty=hard")["count"]?.number == 1)
            #expect(try await server.get(Self.root + "/my_interviews/").json.elements.count == 4)
        }
    }

    @Test func templatesAreShownAndUsed() async throws {
        try await server { server in
            let records = server.service.archive.records
            let kept = try await records.keep(
                InterviewTemplate(
                    id: "t", title: "Frontend Developer Interview", kind: .technical, durationMinutes: 45,
                    questions: .own(Array(Self.questions.prefix(4)))))
            _ = try await records.keep(
                InterviewTemplate(
                    id: "u", title: "People", kind: .behavioural, level: .junior, questions: .chosen(5)))
            let all = try await server.get("/api/v1/templates/").json.elements
            #expect(all.count == 2)
            let technical = try await server.get("/api/v1/templates/?type=technical").json.elements
            #expect(technical.count == 1)
            #expect(technical.first?["questions"]?.elements.count == 4)
            #expect(
                technical.first?["questions"]?.elements.first?.names == [
                    "difficulty", "expected_answer", "question", "type",
                ])
            #expect(technical.first?["times_used"]?.number == 0)
            let used = try await server.post(
                "/api/v1/templates/\(kept.number)/use_template/",
                ["job_role": "Frontend Developer", "company_name": "TechCorp"])
            #expect(used.status == 201, "\(used.text)")
            #expect(used["message"]?.string == "Interview created from template")
            #expect(used["interview"]?["status"]?.string == "scheduled")
            #expect(used["interview"]?["questions"]?.elements.count == 4)
            #expect(used["interview"]?["duration_minutes"]?.number == 45)
            #expect(used["interview"]?["company_name"]?.string == "TechCorp")
            let shown = try await server.get("/api/v1/templates/\(kept.number)/")
            #expect(shown["times_used"]?.number == 1)
            #expect(try await server.get("/api/v1/templates/999/").status == 404)
        }
    }
}
