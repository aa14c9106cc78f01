import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Adds a message to the conversation of an interview, and returns its number.
    ///
    /// - Throws: `RecordsError.notFound` for the interview, `invalid` for a message that says nothing or too much.
    @discardableResult
    public func add(_ message: Message, to interview: RecordName) async throws(RecordsError) -> Int64 {
        try await write { connection in
            let interview = try Self.number(ofInterview: interview, connection)
            let number = try Self.insert(message, into: interview, connection)
            try ConversationRows(connection).add(.message(number), to: interview, at: message.date)
            return number
        }
    }

    /// Keeps a message, and returns its number; its place in the conversation is kept apart.
    ///
    /// - Throws: `RecordsError.invalid`.
    static func insert(
        _ message: Message, into interview: Int64, _ connection: any SQLConnection
    ) throws -> Int64 {
        let message = try message.checked()
        let columns: [(StaticString, SQLValue)] = [
            ("uuid", UUID().uuidString.lowercased().sqlValue), ("interview_id", .integer(interview)),
            ("speaker", message.speaker.rawValue.sqlValue), ("text", message.text.sqlValue),
            ("recording", message.recording.sqlValue), ("created_at", message.date.sqlValue),
        ]
        let number = try connection.oneRow(
            "\(SQLQuery.insert(into: "messages", columns)) RETURNING id"
        ).integer("id")
        try SearchTexts(connection).put(.message, number, interview: interview, message.text)
        return number
    }

    /// A page of the messages that were added to an interview, in the order in which they were.
    ///
    /// - Throws: `RecordsError.notFound` for the interview, `invalid` for a place that is none.
    public func messages(
        of interview: RecordName, page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<Message> {
        try await read { connection in
            let interview = try Self.number(ofInterview: interview, connection)
            return try ListQuery(
                columns: "speaker, text, recording, created_at", source: "messages",
                conditions: ["interview_id = \(interview)"], key: "id", isDescending: false
            ).page(page, connection, Self.message)
        }
    }

    /// The questions and answers of an interview with its messages between them, by time.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func conversation(of interview: RecordName) async throws(RecordsError) -> [Message] {
        try await read { connection in
            let kept = try InterviewRows(connection).interview(interview)
            return kept.interview.conversation(with: try Self.messages(of: kept.number, connection))
        }
    }

    static func messages(of interview: Int64, _ connection: any SQLConnection) throws -> [Message] {
        try connection.rows(
            """
            SELECT speaker, text, recording, created_at FROM messages
            WHERE interview_id = \(interview) ORDER BY id
            """
        ).map(message)
    }

    private static func message(_ row: SQLRow) throws -> Message {
        let speaker = try row.text("speaker")
        guard let speaker = Message.Speaker(rawValue: speaker) else {
            throw RecordsError.damaged(
                kind: "message", name: try row.text("text"), reason: "its speaker is `\(speaker)`")
        }
        return Message(
            speaker: speaker, text: try row.text("text"), recording: try row.optionalText("recording"),
            date: try row.date("created_at"))
    }

    /// - Throws: `RecordsError.notFound`.
    static func number(ofInterview name: RecordName, _ connection: any SQLConnection) throws -> Int64 {
        guard let row = try connection.row("SELECT id FROM interviews WHERE \(name.condition)") else {
            throw RecordsError.notFound(kind: "interview", name: "\(name)")
        }
        return try row.integer("id")
    }
}
