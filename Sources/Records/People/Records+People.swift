public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Keeps a new person.
    ///
    /// - Throws: `RecordsError.invalid` for one without a name or with an address that is none, `taken` when
    ///   somebody of the organization has that address, `database` with a broken rule when there is one of that id or
    ///   the organization is not there.
    @discardableResult
    public func keep(
        _ person: Person, at date: Date = Date()
    ) async throws(RecordsError) -> KeptRecord<Person> {
        try await write { connection in
            let person = try person.checked()
            try Self.requireFree(person, connection)
            return try RecordRows(connection).insert(person, at: date)
        }
    }

    /// Reads a person, changes it and keeps it, in one transaction.
    ///
    /// - Throws: `RecordsError.notFound`, what `keep` throws, and what `change` throws, after which nothing is changed.
    @discardableResult
    public func changePerson(
        _ name: RecordName, at date: Date = Date(),
        _ change: @escaping @Sendable (inout Person) throws -> Void
    ) async throws(RecordsError) -> KeptRecord<Person> {
        try await write { connection in
            let rows = RecordRows(connection, Person.self)
            let before = try rows.record(name)
            return try rows.change(.number(before.number), at: date) { person in
                try change(&person)
                person = try person.checked()
                if person.email?.folded != before.value.email?.folded
                    || person.organization != before.value.organization
                {
                    try Self.requireFree(person, connection)
                }
            }
        }
    }

    /// A person.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func person(_ name: RecordName) async throws(RecordsError) -> KeptRecord<Person> {
        try await read { try RecordRows($0).record(name) }
    }

    /// A page of the people, the latest first.
    ///
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func people(
        _ filter: PersonFilter = PersonFilter(), page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<KeptRecord<Person>> {
        try await read { try RecordRows($0).page(page, where: filter.conditions) }
    }

    /// Deletes a person with the resumes, the recordings that the person had written down, the account and the person's own templates. The interviews stay, without the person; `erase(person:)` deletes them as
    /// well.
    ///
    /// - Returns: The addresses of files of these that nothing names any more.
    /// - Throws: `RecordsError.notFound`.
    @discardableResult
    public func deletePerson(_ name: RecordName) async throws(RecordsError) -> [String] {
        try await write { connection in
            let rows = RecordRows(connection, Person.self)
            let number = try rows.record(name).number
            let files = RecordFiles(connection)
            let named = try files.named(in: "resumes", "recording", where: "person_id = \(number)")
                .union(Self.recordings(orderedBy: "person_id = \(number)", connection))
            try SearchTexts(connection).removeResumes(where: "person_id = \(number)")
            try Self.deleteJobs(orderedBy: "person_id = \(number)", connection)
            try Self.forgetAccounts(where: "person_id = \(number)", connection)
            try Self.deleteOwnTemplates(where: "owner_id = \(number)", connection)
            try rows.delete(.number(number))
            return try files.unnamed(of: named)
        }
    }

    /// An address names one person of an organization.
    static func requireFree(_ person: Person, _ connection: any SQLConnection) throws {
        guard let email = person.email else { return }
        let organization: SQLQuery =
            person.organization.map { "organization_id = \($0)" } ?? "organization_id IS NULL"
        let other = try connection.row(
            """
            SELECT id FROM people
            WHERE email = \(email.folded) AND uuid <> \(person.id.lowercased()) AND \(organization)
            """)
        if let number = try other?.integer("id") {
            throw RecordsError.taken(
                reason:
                    "The address \(email) belongs to person \(number): give another, or change that person.")
        }
    }
}
