import Accounts
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Records
import Service
import Speech
import Testing

/// Answers that are code alone.
@Suite struct CodeAnswerTests {
    private static let code = """
        def two_sum(numbers, target):
            seen = {0: 1}
            for i, number in enumerate(numbers):
                if target - number in seen:
                    return [seen[target - number], i + 100]
        """

    @Test func codeIsShownByTheDoorOfPracticeAndHasNoFigures() async throws {
        let question = testQuestion(
            "sum", "Find two numbers that add up to a target.", kind: .coding,
            points: [KeyPoint(id: "seen", statement: "It looks up what was seen in a dictionary")])
        try await InterviewServer.run(questions: [question]) { server in
            let made = try await server.post(
                "/api/v1/interviews/", ["title": "Code", "interview_type": "coding", "total_questions": 1])
            let id = Int(try #require(made["interview"]?["id"]?.number))
            _ = try await server.post("/api/v1/interviews/\(id)/start/")
            let number = made["interview"]?["questions"]?.elements.first?["id"] ?? .null
            let nothing = try await server.post(
                "/api/v1/interviews/\(id)/submit_response/", ["question_id": number, "text_response": .null])
            #expect(nothing.status == 400, "It says nothing.")
            let answered = try await server.post(
                "/api/v1/interviews/\(id)/submit_response/",
                ["question_id": number, "text_response": .null, "code_response": .text(Self.code)])
            #expect(answered.status == 200, "\(answered.text)")
            #expect(answered["response"]?["text_response"]?.string == "")
            #expect(answered["response"]?["code_response"]?.string == Self.code)
            _ = try await server.post("/api/v1/interviews/\(id)/complete/")
            let details = try await server.get("/api/v1/interview/\(id)")
            let shown = try #require(details["questions_and_answers"]?.elements.first)
            #expect(shown["user_answer"]?.string == Self.code)
            #expect(!details.text.contains("figure"), "\(details.text)")
            #expect(!details.text.contains("```"))
        }
    }

    @Test func codeBesideWordsIsShownBehindThem() async throws {
        try await InterviewServer.run(questions: [testQuestion("q")]) { server in
            var request = InterviewRequest()
            request.questionCount = 1
            request.beginning = .now
            let sheet = try await server.service.create(request, for: .local)
            _ = try await server.service.answer(
                InterviewAnswer(text: "I count them.", code: "count(rows)"), to: sheet.questions[0].number,
                for: .local)
            let details = try await server.get("/api/v1/interview/\(sheet.number)")
            #expect(
                details["questions_and_answers"]?.elements.first?["user_answer"]?.string
                    == "I count them.\n\ncount(rows)")
        }
    }

    @Test func aPoorPerformanceIsToldInASentence() async throws {
        try await InterviewServer.run(
            questions: [
                testQuestion(
                    "index", "What does an index do?",
                    points: [KeyPoint(id: "rows", statement: "It finds rows without reading the table")])
            ]
        ) { server in
            let made = try await server.post("/api/v1/interviews/", ["title": "Poor", "total_questions": 1])
            let id = Int(try #require(made["interview"]?["id"]?.number))
            _ = try await server.post("/api/v1/interviews/\(id)/start/")
            _ = try await server.post(
                "/api/v1/interviews/\(id)/submit_response/",
                [
                    "question_id": made["interview"]?["questions"]?.elements.first?["id"] ?? .null,
                    "text_response": "Green tea is steeped in water of eighty degrees for two minutes.",
                ])
            let over = try await server.post("/api/v1/interviews/\(id)/complete/")
            let feedback = over["interview"]?["overall_feedback"]?.string ?? ""
            #expect(feedback.hasPrefix("The performance needs improvement."), "\(feedback)")
        }
    }
}
