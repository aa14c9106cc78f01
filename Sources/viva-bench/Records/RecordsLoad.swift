import Evaluation
import Records
import SQL
import Speech

/// Fills a database with drawn interviews, as many rows at once as go, with bodies of about the length of real ones.
struct RecordsLoad {
    /// How many interviews.
    let interviews: Int
    /// How many questions each interview puts, follow-ups among them.
    let answers: Int
    /// How long what is kept of an answer is, in bytes; a question and an interview take a fifth and a third of it.
    let bodyBytes: Int
    let seed: UInt64

    /// Writes them, and returns what was drawn.
    func fill(_ records: Records) async throws -> [DrawnInterview] {
        try await records.database.write { try addOthers($0) }
        var random = SplitMix64(seed: seed)
        let drawn = (0..<interviews).map { _ in DrawnInterview(using: &random, answers: answers) }
        for first in stride(from: 0, to: drawn.count, by: Self.interviewsInTransaction) {
            let part = Array(drawn[first..<min(first + Self.interviewsInTransaction, drawn.count)])
            try await records.database.write { try add(part, from: first, $0) }
        }
        return drawn
    }

    private static let interviewsInTransaction = 5000

    private func addOthers(_ connection: any SQLConnection) throws {
        var organizations = MultiRowInsert(
            "organizations", ["id", "uuid", "name", "body", "created_at", "updated_at"])
        for number in 0..<DrawnInterview.organizationCount {
            try organizations.add(
                [number + 1, "o\(number)", "Organization \(number)", "{}", 0, 0], connection)
        }
        try organizations.finish(connection)
        var people = MultiRowInsert(
            "people", ["id", "uuid", "role", "name", "body", "created_at", "updated_at"])
        for number in 0..<DrawnInterview.candidateCount + DrawnInterview.interviewerCount {
            let role = number < DrawnInterview.candidateCount ? "candidate" : "interviewer"
            try people.add([number + 1, "p\(number)", role, "Person \(number)", "{}", 0, 0], connection)
        }
        try people.finish(connection)
        var templates = MultiRowInsert(
            "templates",
            [
                "id", "uuid", "title", "kind", "level", "is_active", "is_premium", "body", "created_at",
                "updated_at",
            ])
        for number in 0..<DrawnInterview.templateCount {
            try templates.add(
                [number + 1, "t\(number)", "Template \(number)", "mixed", "mid", 1, 0, "{}", 0, 0], connection
            )
        }
        try templates.finish(connection)
        try addQuestions(connection)
    }

    private func addQuestions(_ connection: any SQLConnection) throws {
        let perBank = DrawnInterview.questionsOfBank
        var banks = MultiRowInsert(
            "question_banks", ["id", "uuid", "name", "is_public", "body", "created_at", "updated_at"])
        for number in 0..<DrawnInterview.questionCount / perBank {
            try banks.add([number + 1, "b\(number)", "Bank \(number)", 1, "{}", 0, 0], connection)
        }
        try banks.finish(connection)
        var questions = MultiRowInsert(
            "questions",
            [
                "id", "uuid", "bank_id", "key", "kind", "category", "level", "text", "is_active", "body",
                "created_at", "updated_at",
            ])
        for number in 0..<DrawnInterview.questionCount {
            try questions.add(
                [
                    number + 1, "q\(number)", number / perBank + 1, "q\(number)", "technical",
                    Self.category(of: number), "mid", "What is question \(number)?", 1, "{}", 0, 0,
                ], connection)
        }
        try questions.finish(connection)
    }

    /// The subject of a question.
    static func category(of question: Int) -> String {
        DrawnInterview.categories[question % DrawnInterview.categories.count]
    }

    private func add(_ drawn: [DrawnInterview], from first: Int, _ connection: any SQLConnection) throws {
        let rows = DrawnInterviewRows(bodyBytes: bodyBytes)
        var interviews = MultiRowInsert("interviews", DrawnInterviewRows.interviewColumns)
        for (place, interview) in drawn.enumerated() {
            try interviews.add(rows.interview(interview, first + place + 1), connection)
        }
        try interviews.finish(connection)
        let labelColumns = DrawnInterviewRows.labelColumns
        var skills = MultiRowInsert("interview_skills", ["interview_id", "skill"] + labelColumns)
        var tags = MultiRowInsert("interview_tags", ["interview_id", "tag"] + labelColumns)
        var turns = MultiRowInsert("turns", DrawnInterviewRows.turnColumns)
        for (place, interview) in drawn.enumerated() {
            let id = first + place + 1
            for skill in interview.skills { try skills.add(rows.label(skill, interview, id), connection) }
            if let tag = interview.tag { try tags.add(rows.label(tag, interview, id), connection) }
            for answer in interview.answers {
                try turns.add(rows.turn(answer, id, turn: turn(id, answer), interview.level), connection)
            }
        }
        try skills.finish(connection)
        try tags.finish(connection)
        try turns.finish(connection)
        var takes = MultiRowInsert("takes", DrawnInterviewRows.takeColumns)
        for (place, interview) in drawn.enumerated() {
            let id = first + place + 1
            for answer in interview.answers {
                for take in rows.takes(answer, id, turn: turn(id, answer), at: interview.heldAtSeconds) {
                    try takes.add(take, connection)
                }
            }
        }
        try takes.finish(connection)
        var texts = MultiRowInsert("search_texts", ["subject", "number", "interview_id", "text"])
        for (place, interview) in drawn.enumerated() {
            let id = first + place + 1
            for answer in interview.answers {
                let number = turn(id, answer)
                try texts.add(["turn", number, id, DrawnText.text(ofTurn: number, seed: seed)], connection)
            }
        }
        try texts.finish(connection)
    }

    /// The number of a turn among all.
    func turn(_ interview: Int, _ answer: DrawnInterview.Answer) -> Int {
        (interview - 1) * answers + answer.number
    }
}
