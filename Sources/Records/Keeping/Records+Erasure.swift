public import FoundationEssentials
import Interview
import SQL

extension Records {
    /// Deletes a person with all that is kept about the person: the interviews in which the person answers, with their
    /// questions, answers, messages and reports; the resumes; the recordings that the person had written down, with what was heard in
    /// them; the account with what is signed in and invitations; and what could be
    /// searched of these; and the person's own templates, which were for nobody else. The log keeps what was done, without the person and
    /// without addresses. Interviews in which the person asks stay without the person, and so do question banks, and templates of
    /// organizations.
    ///
    /// In a SQLite file what was deleted is overwritten at once; `SQLiteDatabase.scrub()` afterwards takes it out of
    /// the log as well. PostgreSQL keeps deleted rows in its files until they are cleaned (`VACUUM FULL`).
    ///
    /// - Parameter known: The numbers of the interviews that are to go; `nil` for those there are.
    /// - Throws: `RecordsError.notFound`, `changedMeanwhile` when the interviews are not those that were known; nothing is deleted
    ///   then.
    @discardableResult
    public func erase(
        person name: RecordName, interviews known: Set<Int64>? = nil, at date: Date = Date()
    ) async throws(RecordsError) -> DeletedInterviews {
        try await write { connection in
            let people = RecordRows(connection, Person.self)
            let person = try people.record(name)
            let number = person.number
            try Self.require(known, where: "candidate_id = \(number)", connection, name: "\(name)")
            let files = RecordFiles(connection)
            let own = try files.named(in: "resumes", "recording", where: "person_id = \(number)")
                .union(Self.recordings(orderedBy: "person_id = \(number)", connection))
            let interviews = InterviewRows(connection)
            for row in try connection.rows(
                """
                SELECT id FROM interviews WHERE interviewer_id = \(number)
                AND (candidate_id IS NULL OR candidate_id <> \(number)) ORDER BY id
                """)
            {
                try interviews.removeInterviewer(of: row.integer("id"), at: date)
            }
            try SearchTexts(connection).removeResumes(where: "person_id = \(number)")
            var deleted = try Self.delete("candidate_id = \(number)", connection)
            try Self.deleteJobs(orderedBy: "person_id = \(number)", connection)
            try Self.forgetAccounts(where: "person_id = \(number)", connection)
            if let email = person.value.email {
                try connection.run("DELETE FROM invitations WHERE email = \(email.folded)")
            }
            try Self.deleteOwnTemplates(where: "owner_id = \(number)", connection)
            try people.delete(.number(number))
            try SearchTexts(connection).forgetDeleted()
            deleted.files = try files.unnamed(of: own.union(deleted.files))
            return deleted
        }
    }

    /// Deletes all interviews with what belongs to them, all resumes, people, organizations, accounts and the log, the question banks and
    /// templates of organizations, and people's own templates. Other banks stay, without an owner, and so do templates of nobody.
    ///
    /// - Parameter known: The numbers of the interviews that are to go; `nil` for those there are.
    /// - Throws: `RecordsError.changedMeanwhile` when the interviews are not those that were known; nothing is deleted then.
    @discardableResult
    public func eraseEverything(
        interviews known: Set<Int64>? = nil
    ) async throws(RecordsError) -> DeletedInterviews {
        try await write { connection in
            try Self.require(known, where: "1 = 1", connection, name: "everybody")
            let files = RecordFiles(connection)
            let named = try files.all()
            let texts = SearchTexts(connection)
            try texts.removeResumes(where: "1 = 1")
            try texts.removeQuestions(
                where: "bank_id IN (SELECT id FROM question_banks WHERE organization_id IS NOT NULL)")
            var deleted = try Self.delete("1 = 1", connection)
            try Self.deleteOwnTemplates(where: "owner_id IS NOT NULL", connection)
            for table: SQLQuery in [
                "audit_log", "login_failures", "invitations", "accounts", "jobs", "resumes", "people",
                "organizations",
            ] {
                try connection.run("DELETE FROM \(table)")
            }
            try texts.forgetDeleted()
            deleted.files = try files.unnamed(of: named)
            return deleted
        }
    }

    /// Deletes the templates of people who are about to be deleted which no organization has: without an owner they would be everybody's.
    static func deleteOwnTemplates(where condition: SQLQuery, _ connection: any SQLConnection) throws {
        try connection.run("DELETE FROM templates WHERE organization_id IS NULL AND \(condition)")
    }

    /// Looks whether the interviews that are to be deleted are those that somebody knew of.
    private static func require(
        _ known: Set<Int64>?, where condition: SQLQuery, _ connection: any SQLConnection, name: String
    ) throws {
        guard let known else { return }
        guard Set(try interviews(where: condition, connection).keys) == known else {
            throw RecordsError.changedMeanwhile(kind: "list of interviews of", name: name)
        }
    }

    /// Takes the words of all texts that were deleted out of the index of a search, where they stay for a while
    /// otherwise. Erasing a person and deleting old interviews do so by themselves.
    ///
    /// - Throws: `RecordsError.database`.
    public func forgetDeletedWords() async throws(RecordsError) {
        try await write { try SearchTexts($0).forgetDeleted() }
    }

    /// The addresses of all recordings and files that anything names.
    ///
    /// - Throws: `RecordsError.database`.
    public func recordingsNamed() async throws(RecordsError) -> Set<String> {
        try await read { try RecordFiles($0).all() }
    }

    /// Deletes the interviews that fulfil a condition.
    static func delete(_ condition: SQLQuery, _ connection: any SQLConnection) throws -> DeletedInterviews {
        let files = RecordFiles(connection)
        let named = try files.named(byInterviewsWhere: condition)
        let count = try connection.run("DELETE FROM interviews WHERE \(condition)")
        return DeletedInterviews(count: count, files: try files.unnamed(of: named))
    }
}
