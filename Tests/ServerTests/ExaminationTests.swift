import Accounts
import HTTPTypes
import Interview
import Records
import ServerTestSupport
import Service
import Speech
import Testing

/// An interview that others hold is theirs: its candidate answers in it, and decides nothing about the answers.
@Suite struct ExaminationTests {
    private static let expected = "A sorted structure finds rows quickly."
    private static let said = "An index finds rows, I believe, and it is sorted somehow so that it is quick."

    /// A session with a question that is answered, planned by somebody for the candidate; the numbers of the session and of the answer.
    private func answered(
        _ people: SessionPeople, plannedBy planner: String
    ) async throws -> (session: Int, answer: Int) {
        let made = try await people.expect(
            201, .post, "sessions/", ["title": "Ours", "student_id": people.student], as: planner)
        let session = try #require(made["id"]?.number)
        for text in ["What does an index do?", "What does a lock do?"] {
            try await people.expect(
                201, .post, "questions/",
                [
                    "session": .number(session), "question_text": .text(text),
                    "expected_answer": .text(Self.expected),
                ], as: planner)
        }
        try await people.expect(
            200, .post, "ai-interview/", ["action": "initialize", "session_id": .number(session)],
            as: people.cora)
        let reply = try await people.expect(
            200, .post, "ai-interview/",
            ["action": "respond", "session_id": .number(session), "student_response": .text(Self.said)],
            as: people.cora)
        #expect(reply["feedback"]?["weaknesses"] == [], "\(reply.json)")
        #expect(reply["feedback"]?["suggestions"] == [])
        let results = try await people.expect(
            200, .get, "v1/interviews/\(Int(session))/results/", as: planner)
        let answer = try #require(results["responses"]?.elements.first?["id"]?.number)
        return (Int(session), Int(answer))
    }

    /// What the candidate does with the answers, and with the session as a whole.
    private func rework(_ session: Int, _ answer: Int) -> [(HTTPRequest.Method, String, JSONValue?)] {
        let path = "v1/interviews/\(session)/answers/\(answer)"
        return [
            (.patch, path, ["transcript": .text(Self.expected)]), (.post, path + "/judge", nil),
            (.post, path + "/choose", nil),
        ]
    }

    @Test func itsCandidateNeitherCorrectsNorRepeatsNorRewritesIt() async throws {
        try await SessionPeople.run { people in
            for planner in [people.ivan, people.boss] {
                let (session, answer) = try await answered(people, plannedBy: planner)
                for (method, path, body) in rework(session, answer) {
                    let refused = try await people.expect(403, method, path, body, as: people.cora)
                    #expect(refused.text("detail").contains("held by others"))
                }
                try await people.expect(200, .post, "sessions/\(session)/end/", as: people.cora)
                for (method, path, body) in rework(session, answer) {
                    try await people.expect(403, method, path, body, as: people.cora)
                }
                try await people.expect(403, .post, "v1/interview/\(session)/restart", as: people.cora)
                for change: JSONValue in [["title": "Passed"], ["description": "Passed."]] {
                    try await people.expect(403, .patch, "sessions/\(session)/", change, as: people.cora)
                }
                let kept = try await people.expect(200, .get, "sessions/\(session)/", as: people.cora)
                #expect(kept["title"] == "Ours")
                try await people.expect(
                    200, .patch, "sessions/\(session)/", ["title": "Theirs"], as: planner)
            }
            // The interviewer corrects and holds it once more.
            try await people.expect(
                200, .patch, "v1/interviews/1/answers/1", ["transcript": .text(Self.said)], as: people.ivan)
            try await people.expect(200, .post, "v1/interview/1/restart", as: people.ivan)
        }
    }

    @Test func whatIsExpectedIsShownToItsCandidateWhenItIsCompleted() async throws {
        try await SessionPeople.run { people in
            let (session, answer) = try await answered(people, plannedBy: people.ivan)
            let paths = [
                "v1/interviews/\(session)/results/", "v1/interviews/\(session)/answers/\(answer)",
                "v1/interviews/\(session)/answers/\(answer)/takes", "v1/interview/\(session)",
                "v1/interview/\(session)/resources", "v1/interviews/\(session)/", "questions/",
                "conversations/?session_id=\(session)",
            ]
            func seen(as token: String) async throws -> String {
                var seen = ""
                for path in paths { seen += "\(try await people.expect(200, .get, path, as: token).json)" }
                return seen
            }
            #expect(try await !seen(as: people.cora).contains(Self.expected))
            #expect(try await seen(as: people.ivan).contains(Self.expected))
            // One that was given up is not completed: it may be held once more.
            let other = try await answered(people, plannedBy: people.ivan)
            try await people.expect(
                200, .patch, "sessions/\(other.session)/", ["status": "cancelled"], as: people.cora)
            let given = try await people.expect(
                200, .get, "v1/interviews/\(other.session)/results/", as: people.cora)
            #expect(!"\(given.json)".contains(Self.expected))
            try await people.expect(200, .post, "sessions/\(session)/end/", as: people.cora)
            #expect(try await seen(as: people.cora).contains(Self.expected))
        }
    }

    @Test func itStaysOneWhenItsInterviewerIsNoMore() async throws {
        try await SessionPeople.run { people in
            let (session, answer) = try await answered(people, plannedBy: people.ivan)
            let records = people.server.accounts.administration.records
            let interviewer = try #require(
                try await records.interview(.number(Int64(session))).interview.details.interviewer)
            try await records.deletePerson(.number(interviewer))
            let details = try await records.interview(.number(Int64(session))).interview.details
            #expect(details.interviewer == nil && details.isHeldByOthers)
            for (method, path, body) in rework(session, answer) {
                try await people.expect(403, method, path, body, as: people.cora)
            }
        }
    }

    @Test func practiceIsOnesOwn() async throws {
        try await SessionPeople.run { people in
            let made = try await people.expect(
                201, .post, "sessions/", ["title": "Alone"], as: people.cora)
            let session = Int(made["id"]?.number ?? 0)
            try await people.expect(
                201, .post, "questions/",
                [
                    "session": .number(Double(session)), "question_text": "What does an index do?",
                    "expected_answer": .text(Self.expected),
                ], as: people.cora)
            try await people.expect(200, .post, "sessions/\(session)/start/", as: people.cora)
            try await people.expect(
                200, .post, "ai-interview/",
                [
                    "action": "respond", "session_id": .number(Double(session)),
                    "student_response": .text(Self.said),
                ], as: people.cora)
            for (method, path, body) in rework(session, 1) {
                try await people.expect(200, method, path, body, as: people.cora)
            }
            try await people.expect(200, .post, "sessions/\(session)/end/", as: people.cora)
            try await people.expect(200, .patch, "sessions/\(session)/", ["title": "Mine"], as: people.cora)
            try await people.expect(200, .post, "v1/interview/\(session)/restart", as: people.cora)
            try await people.expect(204, .delete, "sessions/\(session)/", as: people.cora)
            let lines = try await people.server.accounts.administration.records.log(page: .first(50)).items
            #expect(!lines.contains { $0.entry.resource == .interview })
        }
    }

    @Test func whatItsCandidateCallsOffOrDeletesIsInTheLog() async throws {
        try await SessionPeople.run { people in
            for _ in 1...2 {
                try await people.expect(
                    201, .post, "sessions/", ["title": "Ours", "student_id": people.student], as: people.ivan)
            }
            try await people.expect(200, .patch, "sessions/1/", ["status": "cancelled"], as: people.cora)
            try await people.expect(204, .delete, "sessions/2/", as: people.cora)
            let lines = try await people.server.accounts.administration.records.log(page: .first(50)).items
                .map(\.entry).filter { $0.resource == .interview }
            #expect(lines.map(\.action) == [.deleteInterview, .cancelInterview])
            #expect(lines.allSatisfy { $0.account != nil && $0.address == "127.0.0.1" })
        }
    }
}
