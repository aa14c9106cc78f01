public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Keeps a new resume, with the address of its file where that is kept.
    ///
    /// - Throws: `RecordsError.notFound` when the person that it names is not there, `database` with a broken rule
    ///   when there is one of its id.
    @discardableResult
    public func keep(
        _ resume: Resume, file: String? = nil, at date: Date = Date()
    ) async throws(RecordsError) -> KeptRecord<Resume> {
        try await write { connection in
            let person = try resume.person.map {
                try RecordRows(connection, Person.self).record(RecordName($0)).number
            }
            let kept = try RecordRows(connection).insert(
                resume, at: date, and: [("person_id", person.sqlValue), ("recording", file.sqlValue)])
            try SearchTexts(connection).put(
                .resume, kept.number, [resume.fileName, resume.text].joined(separator: "\n"))
            return kept
        }
    }

    /// A resume.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func resume(_ name: RecordName) async throws(RecordsError) -> KeptRecord<Resume> {
        try await read { try RecordRows($0).record(name) }
    }

    /// The address of the file of a resume; `nil` where none is kept.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func file(ofResume name: RecordName) async throws(RecordsError) -> String? {
        try await read { connection in
            guard
                let row = try connection.row("SELECT recording FROM resumes WHERE \(name.condition)")
            else { throw RecordsError.notFound(kind: "resume", name: "\(name)") }
            return try row.optionalText("recording")
        }
    }

    /// Says where the file of a resume is kept.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func keep(file address: String, ofResume name: RecordName) async throws(RecordsError) {
        try await write { connection in
            let changed = try connection.run(
                "UPDATE resumes SET recording = \(address) WHERE \(name.condition)")
            guard changed == 1 else { throw RecordsError.notFound(kind: "resume", name: "\(name)") }
        }
    }

    /// A page of the resumes, the latest first.
    ///
    /// - Parameters:
    ///   - person: The number of the person whose they are; `nil` for all.
    ///   - reach: Of whom they may be; `nil` for all.
    ///   - contentHash: The hash of the file that they were read from; `nil` for any.
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func resumes(
        person: Int64? = nil, reach: RecordReach? = nil, contentHash: String? = nil, page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<KeptRecord<Resume>> {
        try await read { connection in
            var conditions: [SQLQuery] = []
            if let person { conditions.append("person_id = \(person)") }
            if let reach {
                let people = reach.condition(of: ["people.id"])
                conditions.append("person_id IN (SELECT people.id FROM people WHERE \(people))")
            }
            if let contentHash { conditions.append("content_hash = \(contentHash)") }
            return try RecordRows(connection).page(page, where: conditions)
        }
    }

    /// Deletes a resume. Interviews that followed it stay.
    ///
    /// - Returns: The address of its file when nothing names it any more.
    /// - Throws: `RecordsError.notFound`.
    @discardableResult
    public func deleteResume(_ name: RecordName) async throws(RecordsError) -> [String] {
        try await write { connection in
            let rows = RecordRows(connection, Resume.self)
            let number = try rows.record(name).number
            let files = RecordFiles(connection)
            let named = try files.named(in: "resumes", "recording", where: "id = \(number)")
            try SearchTexts(connection).removeResumes(where: "id = \(number)")
            try rows.delete(.number(number))
            return try files.unnamed(of: named)
        }
    }
}
