import SQL

/// The texts that can be searched, inside a transaction.
struct SearchTexts {
    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    /// The most characters of a text that are searched; PostgreSQL has a limit of a megabyte for the words of one.
    static let limitCharacters = 100_000

    /// Keeps a text in the place of the one that its subject had.
    func put(_ subject: SearchSubject, _ number: Int64, interview: Int64? = nil, _ text: String) throws {
        try connection.run(
            "DELETE FROM search_texts WHERE subject = \(subject.rawValue) AND number = \(number)")
        try connection.run(
            """
            INSERT INTO search_texts (subject, number, interview_id, text)
            VALUES (\(subject.rawValue), \(number), \(interview.sqlValue), \(String(text.prefix(Self.limitCharacters))))
            """)
    }

    /// Removes the texts of the questions that fulfil a condition.
    func removeQuestions(where condition: SQLQuery) throws {
        try connection.run(
            """
            DELETE FROM search_texts WHERE subject = 'question'
            AND number IN (SELECT id FROM questions WHERE \(condition))
            """)
    }

    /// Removes the texts of the resumes that fulfil a condition.
    func removeResumes(where condition: SQLQuery) throws {
        try connection.run(
            """
            DELETE FROM search_texts WHERE subject = 'resume'
            AND number IN (SELECT id FROM resumes WHERE \(condition))
            """)
    }

    /// Removes the text of a message.
    func removeMessage(_ number: Int64) throws {
        try connection.run("DELETE FROM search_texts WHERE subject = 'message' AND number = \(number)")
    }

    /// Writes the index of words anew, so that no word of a text that was deleted is left in it. PostgreSQL keeps the
    /// words in the row, so that they go with it.
    func forgetDeleted() throws {
        guard connection.dialect == .sqlite else { return }
        try connection.run("INSERT INTO search_index (search_index) VALUES ('optimize')")
    }
}
