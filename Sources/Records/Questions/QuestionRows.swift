import Evaluation
import FoundationEssentials
import Interview
import SQL

/// Questions of banks as rows, inside a transaction.
struct QuestionRows {
    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    /// - Throws: `RecordsError.notFound`, `damaged`.
    func question(_ name: RecordName) throws -> KeptQuestion {
        guard
            let row = try connection.row(
                "SELECT \(KeptQuestion.columns) FROM questions WHERE \(name.condition)")
        else { throw RecordsError.notFound(kind: "question", name: "\(name)") }
        return try KeptQuestion(row)
    }

    /// Keeps a new question; `nil` when the bank has one of that id.
    func insert(_ question: Question, into bank: Int64, at date: Date) throws -> KeptQuestion? {
        let question = try question.checked()
        let columns: [(StaticString, SQLValue)] = [
            ("uuid", UUID().uuidString.lowercased().sqlValue), ("bank_id", .integer(bank)),
            ("is_active", true.sqlValue), ("created_at", date.sqlValue), ("updated_at", date.sqlValue),
        ]
        // No error: after one nothing more may run in the transaction.
        let row = try connection.row(
            """
            \(SQLQuery.insert(into: "questions", columns + (try Self.pairs(question))))
            ON CONFLICT (bank_id, key) DO NOTHING RETURNING id
            """)
        guard let number = try row?.integer("id") else { return nil }
        try SearchTexts(connection).put(.question, number, question.searchedText)
        return KeptQuestion(
            number: number, bank: bank, question: question, isActive: true, createdAt: date.kept,
            updatedAt: date.kept)
    }

    func update(_ number: Int64, to question: Question, isActive: Bool, at date: Date) throws {
        let columns: [(StaticString, SQLValue)] = [
            ("is_active", isActive.sqlValue), ("updated_at", date.sqlValue),
        ]
        try connection.run(
            "\(SQLQuery.update("questions", columns + (try Self.pairs(question)))) WHERE id = \(number)")
        try SearchTexts(connection).put(.question, number, question.searchedText)
    }

    /// Says of a bank that its questions are not those of the list any more that it was brought in line with.
    func leaveList(of bank: Int64, at date: Date) throws {
        let banks = RecordRows(connection, QuestionBankInfo.self)
        guard try banks.record(.number(bank)).value.listHash != nil else { return }
        _ = try banks.change(.number(bank), at: date) { $0.listHash = nil }
    }

    /// The row of a question that interviews asked, by its key: of the banks that have it, one that still asks it comes
    /// first, then the one that had it first.
    ///
    /// - Parameters:
    ///   - key: The key, or the column that holds it.
    ///   - condition: What else is asked of the row.
    static func row(ofKey key: SQLQuery, where condition: SQLQuery = "1 = 1") -> SQLQuery {
        "SELECT id FROM questions WHERE key = \(key) AND \(condition) ORDER BY is_active DESC, id LIMIT 1"
    }

    /// Says of the questions that interviews had before they stood in a bank where they stand now.
    func claimTurns(of bank: Int64) throws {
        try connection.run(
            """
            UPDATE turns SET question_id = (\(Self.row(ofKey: "turns.question_key")))
            WHERE question_id IS NULL AND question_key IN (
                SELECT questions.key FROM questions WHERE questions.bank_id = \(bank))
            """)
    }

    /// Prepares that the questions that fulfil a condition are deleted: their texts are not found any more, and what
    /// interviews asked of them counts for other banks that have the same.
    func prepareDeletion(where condition: SQLQuery) throws {
        try SearchTexts(connection).removeQuestions(where: condition)
        let another = Self.row(ofKey: "turns.question_key", where: "NOT (\(condition))")
        try connection.run(
            """
            UPDATE turns SET question_id = (\(another))
            WHERE question_id IN (SELECT id FROM questions WHERE \(condition))
            """)
    }

    private static func pairs(_ question: Question) throws -> [(name: StaticString, value: SQLValue)] {
        let pairs: [(StaticString, any SQLConvertible)] = [
            ("key", question.id), ("kind", question.kind.rawValue),
            ("category", question.category.folded), ("level", question.level.rawValue),
            ("text", question.text), ("roles", LabelColumn.text(question.roles)),
            ("tags", LabelColumn.text(question.tags)), ("body", try RecordCoding.text(question)),
        ]
        return pairs.map { ($0.0, $0.1.sqlValue) }
    }
}

extension Question {
    /// What a search for questions looks at.
    fileprivate var searchedText: String {
        ([text, category] + tags + keyPoints.map(\.statement)).joined(separator: "\n")
    }
}
