import Accounts
import Evaluation
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
    private func run(_ body: @escaping (SessionPeople) async throws -> Void) async throws {
        try await SessionPeople.run(body)
    }

    @Test func withoutSigningInThereIsNothing() async throws {
        try await run { people in
            for path in [
                "interviewers", "students", "sessions", "questions", "conversations", "reports",
            ] {
                try await people.expect(401, .get, path + "/", as: nil)
            }
            try await people.expect(
                401, .post, "ai-interview/", ["action": "initialize", "session_id": 1], as: nil)
        }
    }

    @Test func aSessionIsForThoseWhoAreInIt() async throws {
        try await run { people in
            let made = try await people.expect(
                201, .post, "sessions/", ["title": "Ours", "student_id": people.student], as: people.ivan)
            #expect(made["interviewer"] != .null, "Whoever plans it asks.")
            let question = try await people.expect(
                201, .post, "questions/",
                ["session": 1, "question_text": "Why?", "expected_answer": "Because."], as: people.ivan)
            #expect(question.text("expected_answer") == "Because.")
            let path = "questions/\(Int(question["id"]?.number ?? 0))/"
            for path in ["sessions/1/", path] {
                for token in [people.ivan, people.cora, people.boss] {
                    try await people.expect(200, .get, path, as: token)
                }
                try await people.expect(404, .get, path, as: people.other)
                try await people.expect(404, .delete, path, as: people.other)
            }
            let hidden = try await people.expect(200, .get, path, as: people.cora)
            #expect(hidden.text("expected_answer") == "", "Whoever is to answer does not see it.")
            for path in ["sessions/", "questions/", "conversations/", "reports/"] {
                let list = try await people.expect(200, .get, path, as: people.other)
                #expect(list.json.elements.isEmpty)
            }
            try await people.expect(404, .get, "questions/?session_id=1", as: people.other)
        }
    }

    @Test func aSessionIsHeldByThoseWhoAreInIt() async throws {
        try await run { people in
            try await people.expect(
                201, .post, "sessions/", ["title": "Ours", "student_id": people.student], as: people.ivan)
            try await people.expect(
                201, .post, "questions/", ["session": 1, "question_text": "Why?"], as: people.ivan)
            let hello: JSONValue = ["action": "initialize", "session_id": 1]
            let report: JSONValue = ["session_id": 1]
            for path in ["sessions/1/start/", "sessions/1/end/"] {
                try await people.expect(404, .post, path, as: people.other)
            }
            try await people.expect(404, .post, "ai-interview/", hello, as: people.other)
            try await people.expect(404, .post, "reports/generate/", report, as: people.other)
            try await people.expect(
                400, .post, "conversations/", ["session": 1, "speaker": "ai", "message": "Hello"],
                as: people.other)
            try await people.expect(200, .post, "ai-interview/", hello, as: people.boss)
            try await people.expect(
                403, .post, "ai-interview/",
                ["action": "respond", "session_id": 1, "student_response": "Because of it."],
                as: people.boss, "It is not theirs to answer.")
            try await people.expect(200, .post, "ai-interview/", hello, as: people.cora)
            try await people.expect(404, .get, "conversations/1/", as: people.other)
            try await people.expect(200, .get, "conversations/1/", as: people.cora)
            let made = try await people.expect(201, .post, "reports/generate/", report, as: people.ivan)
            let pdf = "reports/\(Int(made["id"]?.number ?? 0))/pdf/"
            try await people.expect(200, .get, pdf, as: people.cora)
            try await people.expect(404, .get, pdf, as: people.other)
        }
    }

    @Test func whoeverMayChangeASessionBeginsAndEndsIt() async throws {
        try await run { people in
            let bye: JSONValue = ["action": "end", "session_id": 3]
            for number in 1...3 {
                try await people.expect(
                    201, .post, "sessions/", ["title": "Ours", "student_id": people.student], as: people.ivan)
                try await people.expect(
                    201, .post, "questions/",
                    ["session": .number(Double(number)), "question_text": "Why?"], as: people.ivan)
            }
            let begun = try await people.expect(200, .post, "sessions/1/start/", as: people.boss)
            #expect(begun.text("status") == "in_progress")
            let ended = try await people.expect(200, .post, "sessions/1/end/", as: people.boss)
            #expect(ended.text("status") == "cancelled", "Nothing was answered.")
            for (status, shown) in [("in_progress", "in_progress"), ("completed", "cancelled")] {
                let changed = try await people.expect(
                    200, .patch, "sessions/2/", ["status": .text(status)], as: people.boss)
                #expect(changed.text("status") == shown)
            }
            try await people.expect(200, .post, "sessions/3/start/", as: people.boss)
            try await people.expect(404, .post, "ai-interview/", bye, as: people.other)
            try await people.expect(200, .post, "ai-interview/", bye, as: people.boss)
            let lines = try await people.server.accounts.administration.records.log(page: .first(50)).items
                .map(\.entry).filter { $0.resource == .interview }
            #expect(lines.map(\.action) == [.cancelInterview, .cancelInterview, .cancelInterview])
            #expect(lines.allSatisfy { $0.address == "127.0.0.1" })
            let answered = try await people.expect(
                403, .post, "v1/interviews/1/submit_response/",
                ["question_id": 1, "text_response": "Because of it."], as: people.boss)
            #expect(
                answered.text("detail")
                    == "Interview 1 can be seen by you, but only its candidate and its interviewer take part in it."
            )
        }
    }

    @Test func peopleAreNamedInTheirOrganizationAlone() async throws {
        try await run { people in
            let wish: JSONValue = ["title": "Theirs", "student_id": people.student]
            try await people.expect(
                400, .post, "sessions/", wish, as: people.other, "They know nobody of that number.")
            try await people.expect(201, .post, "sessions/", ["title": "Own"], as: people.other)
            try await people.expect(
                400, .patch, "sessions/1/", ["student_id": people.student], as: people.other)
            let none = try await people.expect(200, .get, "students/", as: people.other)
            #expect(none.json.elements.isEmpty)
            let own = try await people.expect(200, .get, "students/", as: people.cora)
            #expect(own.json.elements.count == 1)
            try await people.expect(404, .get, people.studentPath, as: people.other)
            try await people.expect(403, .delete, people.studentPath, as: people.ivan)
            try await people.expect(
                409, .delete, people.studentPath, as: people.boss, "There is an account.")
            let somebody: JSONValue = ["name": "X", "email": "x@example.com"]
            try await people.expect(403, .post, "students/", somebody, as: people.cora)
            let added = try await people.expect(201, .post, "students/", somebody, as: people.ivan)
            #expect(added["organization"] != .null)
            let alone = try await people.expect(
                201, .post, "sessions/", ["title": "Alone"], as: people.cora)
            #expect(alone["student"] == people.student, "Whoever practises is the student.")
        }
    }

    @Test func questionsAreWrittenByThoseWhoReview() async throws {
        try await run { people in
            try await people.expect(
                201, .post, "sessions/", ["title": "Ours", "student_id": people.student], as: people.ivan)
            let question: JSONValue = [
                "session": 1, "question_text": "Why?", "expected_answer": "Because of it.",
            ]
            let made = try await people.expect(201, .post, "questions/", question, as: people.ivan)
            let path = "questions/\(Int(made["id"]?.number ?? 0))/"
            for (method, path, body) in [
                (.post, "questions/", question), (.post, "questions/bulk_create/", ["questions": [question]]),
                (.patch, path, ["expected_answer": "banana"]), (.put, path, question), (.delete, path, nil),
            ] as [(HTTPRequest.Method, String, JSONValue?)] {
                try await people.expect(403, method, path, body, as: people.cora, "\(method)")
            }
            let kept = try await people.expect(200, .get, path, as: people.ivan)
            #expect(kept.json == made.json)
            for token in [people.ivan, people.boss] {
                try await people.expect(200, .patch, path, ["expected_answer": "So."], as: token)
            }
            // Whoever practises alone writes what they like.
            try await people.expect(201, .post, "sessions/", ["title": "Alone"], as: people.cora)
            let own = try await people.expect(
                201, .post, "questions/", ["session": 2, "question_text": "Who?"], as: people.cora)
            let ownPath = "questions/\(Int(own["id"]?.number ?? 0))/"
            try await people.expect(200, .patch, ownPath, ["expected_answer": "Me."], as: people.cora)
            try await people.expect(204, .delete, ownPath, as: people.cora)
        }
    }

    @Test func whoeverAnswersSpeaksForNobodyElse() async throws {
        try await run { people in
            try await people.expect(
                201, .post, "sessions/", ["title": "Ours", "student_id": people.student], as: people.ivan)
            try await people.expect(
                201, .post, "questions/", ["session": 1, "question_text": "Why?"], as: people.ivan)
            func said(_ speaker: String) -> JSONValue {
                ["session": 1, "speaker": .text(speaker), "message": "Excellent! 100 of 100."]
            }
            try await people.expect(403, .post, "conversations/", said("ai"), as: people.cora)
            try await people.expect(201, .post, "conversations/", said("student"), as: people.cora)
            try await people.expect(201, .post, "conversations/", said("ai"), as: people.ivan)
            try await people.expect(200, .post, "sessions/1/start/", as: people.cora)
            try await people.expect(200, .post, "sessions/1/end/", as: people.cora)
            try await people.expect(409, .post, "conversations/", said("student"), as: people.cora)
            try await people.expect(201, .post, "conversations/", said("ai"), as: people.ivan)
            let list = try await people.expect(200, .get, "conversations/?session_id=1", as: people.cora)
            #expect(
                list.json.elements.filter { $0["message"] == "Excellent! 100 of 100." }
                    .compactMap { $0["speaker"]?.string } == ["student", "ai", "ai"])
        }
    }

    @Test func whatOthersDoStandsInTheLogWithWhereItCameFrom() async throws {
        try await run { people in
            for _ in 1...2 {
                try await people.expect(
                    201, .post, "sessions/", ["title": "Ours", "student_id": people.student], as: people.ivan)
            }
            try await people.expect(
                200, .patch, "sessions/1/", ["status": "cancelled"], as: people.boss)
            try await people.expect(200, .patch, "sessions/1/", ["title": "Another"], as: people.boss)
            try await people.expect(204, .delete, "sessions/2/", as: people.boss)
            let lines = try await people.server.accounts.administration.records.log(page: .first(50)).items
                .map(\.entry).filter { $0.resource == .interview }
            #expect(lines.map(\.action) == [.deleteInterview, .cancelInterview])
            #expect(lines.map(\.number) == [2, 1])
            #expect(lines.allSatisfy { $0.address == "127.0.0.1" && $0.organization != nil })
        }
    }

    @Test func candidatesDoNotSeeWhatATemplateExpects() async throws {
        try await run { people in
            let records = people.server.accounts.administration.records
            let organization = try await records.organizations(page: .first(9)).items
                .first { $0.value.name == "One" }?.number
            let question = testQuestion(
                "index", "What does an index do?", category: "databases",
                points: [KeyPoint(id: "rows", statement: "It finds rows", weight: 1)])
            let kept = try await records.keep(
                InterviewTemplate(
                    id: "t", title: "Databases", kind: .technical, questions: .own([question]),
                    organization: organization))
            for (token, isShown) in [(people.ivan, true), (people.cora, false)] {
                for path in ["v1/templates/", "v1/templates/\(kept.number)/"] {
                    let reply = try await people.expect(200, .get, path, as: token)
                    let template = try #require(
                        path.hasSuffix("s/") ? reply.json.elements.first : reply.json, "\(reply.json)")
                    let shown = try #require(template["questions"]?.elements.first)
                    #expect(shown["question"] == "What does an index do?")
                    #expect((shown["expected_answer"] != "") == isShown)
                }
            }
        }
    }
}
