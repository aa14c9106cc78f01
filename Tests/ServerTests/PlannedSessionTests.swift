import Accounts
import Evaluation
import Foundation
import HTTPTypes
import Interview
import InterviewTestSupport
import Records
import Service
import Speech
import Testing

/// Sessions that were planned, through the doors that know nothing of planning.
@Suite struct PlannedSessionTests {
    private static let practice = "/api/v1/interview"
    private static let interviews = "/api/v1/interviews"

    @Test func aSessionWithoutQuestionsIsHeldByTheDoorOfPractice() async throws {
        try await SessionFlowTests.run { server in
            let first = try await server.get(Self.practice + "/1/question")
            #expect(first.status == 200, "\(first.text)")
            #expect(first["question_number"]?.number == 1)
            #expect(first["total_questions"]?.number == 5, "One for each six minutes.")
            #expect(try await server.get("/api/sessions/1/")["status"]?.string == "scheduled")
            #expect(try await server.get(Self.practice + "/1/question").json == first.json)
            let answered = try await server.post(
                Self.practice + "/answer",
                [
                    "session_id": 1, "question_id": first["question_id"] ?? .null,
                    "answer": SessionFlowTests.answer,
                ])
            #expect(answered.status == 200, "\(answered.text)")
            #expect(answered["has_more_questions"] == .boolean(true))
            #expect(try await server.get("/api/sessions/1/")["status"]?.string == "in_progress")
            let over = try await server.post(Self.practice + "/1/complete")
            #expect(over["completed"] == .boolean(true))
        }
    }

    @Test func aSessionWithoutQuestionsHasNoneInListsEither() async throws {
        try await SessionFlowTests.run { server in
            func counts() async throws -> [Double?] {
                let listed = try await server.get(Self.practice + "/sessions")["sessions"]?.elements ?? []
                let item = try await server.get(Self.interviews + "/")["results"]?.elements ?? []
                return [
                    listed.first?["total_questions"]?.number, item.first?["total_questions"]?.number,
                    try await server.get(Self.practice + "/1")["total_questions"]?.number,
                    try await server.get(Self.interviews + "/1/")["total_questions"]?.number,
                ]
            }
            #expect(try await counts() == [0, 0, 0, 0])
            let written = try await server.post("/api/questions/bulk_create/", SessionFlowTests.written)
            #expect(try await counts() == [2, 2, 2, 2])
            for question in written.json.elements {
                let path = "/api/questions/\(Int(try #require(question["id"]?.number)))/"
                #expect(try await server.delete(path).status == 204)
            }
            #expect(try await counts() == [0, 0, 0, 0])
        }
    }

    @Test func whatWasCalledOffBeforeItBeganDoesNotEndBeforeItsBeginning() async throws {
        try await SessionFlowTests.run { server in
            let planned = try await server.post(
                "/api/sessions/", ["title": "Later", "scheduled_at": "2126-02-01T10:00:00Z"])
            let id = Int(try #require(planned["id"]?.number))
            let before = try await server.get(Self.practice + "/\(id)")
            #expect(before["started_at"]?.string == "2126-02-01T10:00:00Z")
            _ = try await server.send(.patch, "/api/sessions/\(id)/", ["status": "cancelled"])
            let listed = try await server.get(Self.practice + "/sessions")["sessions"]?.elements ?? []
            for shown in [
                try await server.get(Self.practice + "/\(id)").json,
                try #require(listed.first { $0["id"]?.number == Double(id) }),
            ] {
                #expect(shown["completed_at"]?.string != nil)
                #expect(shown["started_at"] == shown["completed_at"], "It never began.")
            }
        }
    }

    @Test func aFollowUpHasTheOrderOfItsQuestionAtEveryDoor() async throws {
        let points = ["an index finds rows quickly", "writes become slower", "it takes room on the disk"]
            .enumerated().map { KeyPoint(id: "p\($0)", statement: $1, weight: 1) }
        let question = testQuestion("index", "What does an index do?", category: "databases", points: points)
        try await InterviewServer.run(questions: [question]) { server in
            var request = InterviewRequest()
            request.questionCount = 0
            request.questions = [
                Question(
                    id: "index", text: question.text, kind: .technical, category: "databases", level: .mid,
                    roles: [], keyPoints: points,
                    followUps: points.map { FollowUp(keyPointID: $0.id, text: "And \($0.id)?") }),
                testQuestion("lock", "What does a lock do?"),
            ]
            request.followUpLimit = 1
            request.beginning = .now
            let sheet = try await server.service.create(request, for: .local)
            _ = try await server.service.answer(
                InterviewAnswer(text: "An index finds rows quickly, as in a book where I look a word up."),
                to: sheet.questions[0].number, for: .local)
            let here = try await server.get(Self.interviews + "/\(sheet.number)/questions/").json.elements
            let there = try await server.get("/api/questions/?session_id=\(sheet.number)").json.elements
            #expect(here.map { $0["order"]?.number } == [1, 1, 2])
            #expect(there.map { $0["order"]?.number } == [1, 1, 2])
            let shown = try await server.get(Self.interviews + "/\(sheet.number)/")
            #expect(shown["questions"]?.elements == here)
        }
    }
}
