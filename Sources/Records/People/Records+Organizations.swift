public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Keeps a new organization.
    ///
    /// - Throws: `RecordsError.invalid` for one without a name, `database` with a broken rule when there is one of its
    ///   id.
    @discardableResult
    public func keep(
        _ organization: Organization, at date: Date = Date()
    ) async throws(RecordsError) -> KeptRecord<Organization> {
        try await write { try RecordRows($0).insert(organization, at: date) }
    }

    /// Reads an organization, changes it and keeps it, in one transaction.
    ///
    /// - Throws: `RecordsError.notFound`, `invalid`, and what `change` throws, after which nothing is changed.
    @discardableResult
    public func changeOrganization(
        _ name: RecordName, at date: Date = Date(),
        _ change: @escaping @Sendable (inout Organization) throws -> Void
    ) async throws(RecordsError) -> KeptRecord<Organization> {
        try await write { try RecordRows($0).change(name, at: date, change) }
    }

    /// An organization.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func organization(_ name: RecordName) async throws(RecordsError) -> KeptRecord<Organization> {
        try await read { try RecordRows($0).record(name) }
    }

    /// A page of the organizations whose name holds a text (`nil` for all), the latest first.
    ///
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func organizations(
        text: String? = nil, page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<KeptRecord<Organization>> {
        try await read { connection in
            try RecordRows(connection).page(
                page, where: text.map { [LabelColumn.holds($0, in: "searched")] } ?? [])
        }
    }

    /// Deletes an organization with its question banks, templates, accounts and invitations. Its people and interviews stay, without one.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func deleteOrganization(_ name: RecordName) async throws(RecordsError) {
        try await write { connection in
            let rows = RecordRows(connection, Organization.self)
            let number = try rows.record(name).number
            try QuestionRows(connection).prepareDeletion(
                where: "bank_id IN (SELECT id FROM question_banks WHERE organization_id = \(number))")
            try Self.forgetAccounts(where: "organization_id = \(number)", connection)
            try rows.delete(.number(number))
        }
    }
}
