public import FoundationEssentials
public import Interview
import SQL

/// A question as it stands in a bank of the database.
public struct KeptQuestion: Sendable, Hashable, Codable {
    /// Its number.
    public let number: Int64
    /// The number of its bank.
    public let bank: Int64
    /// The question.
    public let question: Question
    /// Whether it is asked; one that a bank has no more stays for the interviews that had it.
    public let isActive: Bool
    /// When it was first kept.
    public let createdAt: Date
    /// When it was last changed.
    public let updatedAt: Date

    static let columns: SQLQuery = "id, bank_id, is_active, body, created_at, updated_at"

    init(_ row: SQLRow) throws {
        number = try row.integer("id")
        bank = try row.integer("bank_id")
        question = try RecordCoding.value(try row.text("body"), kind: "question", name: "\(number)")
        isActive = try row.flag("is_active")
        createdAt = try row.date("created_at")
        updatedAt = try row.date("updated_at")
    }

    /// The same with another question in its place.
    public func with(_ question: Question) -> KeptQuestion {
        KeptQuestion(
            number: number, bank: bank, question: question, isActive: isActive, createdAt: createdAt,
            updatedAt: updatedAt)
    }

    init(
        number: Int64, bank: Int64, question: Question, isActive: Bool, createdAt: Date, updatedAt: Date
    ) {
        self.number = number
        self.bank = bank
        self.question = question
        self.isActive = isActive
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
