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
    /// - Parameter number: only the one with this number; `nil` for all.
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func organizations(
        text: String? = nil, number: Int64? = nil, page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<KeptRecord<Organization>> {
        try await read { connection in
            var conditions: [SQLQuery] = []
            if let number { conditions.append("id = \(number)") }
            if let text { conditions.append(LabelColumn.holds(text, in: "searched")) }
            return try RecordRows(connection).page(page, where: conditions)
        }
    }

    /// Looks whether an organization can have its name: no other one is called so, whatever the case of its letters, and it is not read as
    /// the number or id of one.
    ///
    /// - Throws: `RecordsError.invalid`, `taken`.
    public func requireFreeName(of organization: Organization) async throws(RecordsError) {
        let name = organization.name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isNumber = !name.isEmpty && name.allSatisfy(\.isASCII) && name.allSatisfy(\.isNumber)
        guard !isNumber, UUID(uuidString: name) == nil else {
            throw .invalid(
                field: "name",
                reason: "\"\(name)\" is read as the number or id of an organization: give another name.")
        }
        let other = try await read { connection in
            try RecordRows(connection, Organization.self).records(where: "searched = \(name.folded)")
                .first { $0.value.id.lowercased() != organization.id.lowercased() }
        }
        guard let other else { return }
        throw .taken(
            reason:
                "Organization \(other.number) is called \"\(other.value.name)\" already: give another name."
        )
    }

    /// How much belongs to an organization.
    ///
    /// - Throws: `RecordsError.database`.
    public func extent(ofOrganization number: Int64) async throws(RecordsError) -> OrganizationExtent {
        try await read { connection in
            func count(_ table: SQLQuery) throws -> Int {
                try connection.oneRow("SELECT COUNT(*) AS n FROM \(table) WHERE organization_id = \(number)")
                    .count("n")
            }
            return OrganizationExtent(
                people: try count("people"), interviews: try count("interviews"),
                banks: try count("question_banks"), templates: try count("templates"),
                accounts: try count("accounts"))
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
