public import Interview
import SQL

extension Records {
    /// Adds a message to the conversation of an interview.
    ///
    /// - Parameters:
    ///   - question: the number of the question that it is about; `nil` for none.
    ///   - audio: where others keep its sound.
    /// - Throws: `RecordsError.notFound` for the interview; `invalid` for a message that says nothing or too much, or a question of
    ///   another interview.
    public func say(
        _ message: Message, about question: Int64? = nil, audio: String? = nil, in interview: RecordName
    ) async throws(RecordsError) -> ConversationEntry {
        try await write { connection in
            let number = try Self.number(ofInterview: interview, connection)
            if let question {
                guard
                    try connection.row(
                        """
                        SELECT id FROM interview_questions WHERE id = \(question) AND interview_id = \(number)
                        """) != nil
                else {
                    throw RecordsError.invalid(
                        field: "question", reason: "The interview has no question \(question).")
                }
            }
            let said = try Self.insert(message, into: number, connection)
            let rows = ConversationRows(connection)
            return try rows.entry(
                rows.add(
                    .message(said, question: question, audio: audio), to: number, at: message.date))
        }
    }

    /// Something that was said.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func conversationEntry(_ number: Int64) async throws(RecordsError) -> ConversationEntry {
        try await read { try ConversationRows($0).entry(number) }
    }

    /// A page of what was said, in the order in which it was.
    ///
    /// - Parameters:
    ///   - interview: the number of an interview; `nil` for all.
    ///   - text: words that hold this; `nil` for all.
    ///   - reach: only of the interviews that somebody may see.
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func conversationEntries(
        of interview: Int64? = nil, text: String? = nil, reach: RecordReach? = nil, page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<ConversationEntry> {
        try await read { connection in
            var conditions: [SQLQuery] = []
            if let text {
                // An answer is not its question, whose words stand beside it.
                let words: SQLQuery = """
                    COALESCE(messages.text, takes.text, CASE WHEN entries.take_id IS NULL THEN turns.text END)
                    """
                conditions.append(LabelColumn.holds(text, asGivenIn: words))
            }
            let whole: SQLQuery = """
                conversation_entries AS entries JOIN interviews ON interviews.id = entries.interview_id
                """
            if let interview { conditions.append("entries.interview_id = \(interview)") }
            if let reach { conditions.append(reach.condition(of: ["candidate_id", "interviewer_id"])) }
            return try ListQuery(
                columns: ConversationEntry.columns, source: ConversationEntry.source,
                conditions: conditions, key: "entries.id", id: "entries.id", isDescending: false,
                counted: text == nil ? whole : ConversationEntry.source
            ).page(page, connection, ConversationEntry.init)
        }
    }

    /// Changes the words of a message.
    ///
    /// - Throws: `RecordsError.notFound` also for an entry that is a question or an answer; `invalid` for words that say nothing or too much.
    @discardableResult
    public func changeMessage(
        ofEntry number: Int64, text: String
    ) async throws(RecordsError) -> ConversationEntry {
        try await write { connection in
            let entry = try Self.message(ofEntry: number, connection)
            let changed = try Message(
                speaker: entry.entry.speaker, text: text, recording: entry.entry.recording,
                date: entry.entry.date
            ).checked()
            try connection.run("UPDATE messages SET text = \(changed.text) WHERE id = \(entry.message)")
            try SearchTexts(connection).put(
                .message, entry.message, interview: entry.entry.interview, changed.text)
            return try ConversationRows(connection).entry(number)
        }
    }

    /// The addresses of the recordings of messages in an interview, those of answers left out.
    ///
    /// - Throws: `RecordsError.database`.
    public func recordings(ofMessagesIn number: Int64) async throws(RecordsError) -> Set<String> {
        try await read {
            try RecordFiles($0).named(in: "messages", "recording", where: "interview_id = \(number)")
        }
    }

    /// Deletes a message.
    ///
    /// - Returns: the address of its recording when nothing names it any more.
    /// - Throws: `RecordsError.notFound` also for an entry that is a question or an answer.
    @discardableResult
    public func deleteMessage(ofEntry number: Int64) async throws(RecordsError) -> [String] {
        try await write { connection in
            let (entry, message) = try Self.message(ofEntry: number, connection)
            try SearchTexts(connection).removeMessage(message)
            try connection.run("DELETE FROM conversation_entries WHERE id = \(number)")
            try connection.run("DELETE FROM messages WHERE id = \(message)")
            return try RecordFiles(connection).unnamed(of: Set([entry.recording].compactMap(\.self)))
        }
    }

    private static func message(
        ofEntry number: Int64, _ connection: any SQLConnection
    ) throws -> (entry: ConversationEntry, message: Int64) {
        let missing = RecordsError.notFound(kind: "message", name: "\(number)")
        guard
            let row = try connection.row(
                "SELECT message_id FROM conversation_entries WHERE id = \(number)"),
            let message = try row.optionalInteger("message_id")
        else { throw missing }
        return (try ConversationRows(connection).entry(number), message)
    }
}
