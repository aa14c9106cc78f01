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
    ///   - reach: only of the interviews that somebody may see.
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func conversationEntries(
        of interview: Int64? = nil, reach: RecordReach? = nil, page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<ConversationEntry> {
        try await read { connection in
            var conditions: [SQLQuery] = []
            if let interview { conditions.append("entries.interview_id = \(interview)") }
            if let reach { conditions.append(reach.condition(of: ["candidate_id", "interviewer_id"])) }
            return try ListQuery(
                columns: ConversationEntry.columns, source: ConversationEntry.source,
                conditions: conditions, key: "entries.id", id: "entries.id", isDescending: false,
                counted: """
                    conversation_entries AS entries JOIN interviews ON interviews.id = entries.interview_id
                    """
            ).page(page, connection, ConversationEntry.init)
        }
    }
}
