import FoundationEssentials
import SQL

/// What was said in interviews, in the order in which it was, inside a transaction.
struct ConversationRows {
    /// What an entry stands for, by the number of its row.
    enum Said {
        /// A question that is put.
        case turn(Int64)
        /// An attempt at answering one.
        case take(Int64)
        /// A message about a question or about none, whose sound others keep at an address.
        case message(Int64, question: Int64? = nil, audio: String? = nil)
    }

    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    /// Adds an entry, and returns its number.
    @discardableResult
    func add(_ said: Said, to interview: Int64, at date: Date) throws -> Int64 {
        var columns: [(StaticString, SQLValue)] = [
            ("interview_id", .integer(interview)), ("said_at", date.sqlValue),
        ]
        switch said {
        case .turn(let number): columns.append(("turn_id", .integer(number)))
        case .take(let number): columns.append(("take_id", .integer(number)))
        case .message(let number, let question, let audio):
            columns += [
                ("message_id", .integer(number)), ("question_id", question.sqlValue),
                ("audio", audio.sqlValue),
            ]
        }
        return try connection.oneRow(
            "\(SQLQuery.insert(into: "conversation_entries", columns)) RETURNING id"
        ).integer("id")
    }

    /// - Throws: `RecordsError.notFound`, `damaged`.
    func entry(_ number: Int64) throws -> ConversationEntry {
        guard
            let row = try connection.row(
                """
                SELECT \(ConversationEntry.columns) FROM \(ConversationEntry.source) WHERE entries.id = \(number)
                """)
        else { throw RecordsError.notFound(kind: "conversation", name: "\(number)") }
        return try ConversationEntry(row)
    }
}
