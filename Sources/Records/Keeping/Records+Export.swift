import Accounts
import Interview
import SQL

extension Records {
    /// All that is kept about a person, as of one moment. What cannot be read is left out and named.
    ///
    /// - Throws: `RecordsError.notFound`; `damaged` when the person cannot be read.
    public func export(person name: RecordName) async throws(RecordsError) -> PersonExport {
        try await read { connection in
            let person = try RecordRows(connection, Person.self).record(name)
            let number = person.number
            let files = RecordFiles(connection)
            let named = try files.named(byInterviewsWhere: "candidate_id = \(number)")
                .union(files.named(in: "resumes", "recording", where: "person_id = \(number)"))
                .union(Self.recordings(orderedBy: "person_id = \(number)", connection))
            var rows = ExportRows(connection)
            let organizations: [KeptRecord<Organization>] = try rows.records(
                where: "id = (SELECT organization_id FROM people WHERE id = \(number))")
            var export = PersonExport(
                person: person,
                organization: organizations.first,
                account: try Self.accounts(where: "person_id = \(number)", &rows).first,
                actions: try Self.actions(where: "accounts.person_id = \(number)", &rows),
                resumes: try rows.records(where: "person_id = \(number)"),
                interviews: try Self.held(where: "candidate_id = \(number)", &rows, connection),
                asked: try rows.values(
                    "interview", InterviewListing.columns, from: "interviews",
                    where: "interviewer_id = \(number)", InterviewListing.init),
                banks: try rows.records(where: "owner_id = \(number)"),
                questions: try Self.questions(ofBanksWhere: "owner_id = \(number)", &rows),
                templates: try rows.records(where: "owner_id = \(number)"),
                transcripts: try Self.transcripts(where: Self.isOwn(of: "person_id = \(number)"), &rows),
                files: named.sorted(), unreadable: [])
            export.unreadable = rows.unreadable
            return export
        }
    }

    /// All that is kept about everybody, as of one moment. What cannot be read is left out and named.
    ///
    /// - Throws: `RecordsError.database`.
    public func exportEverything() async throws(RecordsError) -> WholeExport {
        try await read { connection in
            var rows = ExportRows(connection)
            var export = WholeExport(
                people: try rows.records(where: "1 = 1"),
                organizations: try rows.records(where: "1 = 1"),
                accounts: try Self.accounts(where: "1 = 1", &rows),
                actions: try Self.actions(where: "1 = 1", &rows),
                resumes: try rows.records(where: "1 = 1"),
                interviews: try Self.held(where: "1 = 1", &rows, connection),
                banks: try rows.records(where: "key IS NULL"),
                questions: try Self.questions(ofBanksWhere: "key IS NULL", &rows),
                templates: try rows.records(where: "key IS NULL"),
                transcripts: try Self.transcripts(where: "interview_id IS NULL", &rows),
                files: try RecordFiles(connection).all().sorted(), unreadable: [])
            export.unreadable = rows.unreadable
            return export
        }
    }

    /// The accounts that fulfil a condition, without their secrets.
    private static func accounts(
        where condition: SQLQuery, _ rows: inout ExportRows
    ) throws -> [AccountInfo] {
        try rows.values(
            Account.noun, AccountInfo.columns, from: AccountInfo.source, where: condition, AccountInfo.init)
    }

    /// The lines of the log that fulfil a condition.
    private static func actions(
        where condition: SQLQuery, _ rows: inout ExportRows
    ) throws -> [AuditLine] {
        try rows.values(
            "line of the log", AuditLine.columns, from: AuditLine.source, where: condition, AuditLine.init)
    }

    /// The questions of the banks that fulfil a condition, those that are not asked any more too.
    private static func questions(
        ofBanksWhere condition: SQLQuery, _ rows: inout ExportRows
    ) throws -> [KeptQuestion] {
        try rows.values(
            "question", KeptQuestion.columns, from: "questions",
            where: "bank_id IN (SELECT id FROM question_banks WHERE \(condition))", KeptQuestion.init)
    }

    /// The recordings that jobs which fulfil a condition write down.
    private static func transcripts(
        where condition: SQLQuery, _ rows: inout ExportRows
    ) throws -> [PersonExport.HeldTranscript] {
        try rows.values("job", KeptJob.columns, from: "jobs", where: condition) {
            row -> PersonExport.HeldTranscript? in
            let kept = try KeptJob(row)
            guard case .transcript(let recording, let fileName) = kept.job.work else { return nil }
            return PersonExport.HeldTranscript(
                number: kept.number, fileName: fileName, recording: recording, state: kept.state,
                text: kept.job.text, sentAt: kept.createdAt)
        }.compactMap(\.self)
    }

    /// The interviews that fulfil a condition, with what belongs to them.
    private static func held(
        where condition: SQLQuery, _ rows: inout ExportRows, _ connection: any SQLConnection
    ) throws -> [PersonExport.HeldInterview] {
        try rows.values("interview", "id", from: "interviews", where: condition) { row in
            let number = try row.integer("id")
            return PersonExport.HeldInterview(
                number: number,
                interview: try InterviewRows(connection).interview(.number(number)).interview,
                messages: try messages(of: number, connection),
                reports: try connection.rows(
                    "SELECT \(KeptReport.columns) FROM reports WHERE interview_id = \(number) ORDER BY id"
                ).map(KeptReport.init))
        }
    }
}
