public import Accounts
public import FoundationEssentials
import SQL

extension Records {
    /// Keeps a new invitation.
    ///
    /// - Throws: `RecordsError.invalid` for an address that is none.
    @discardableResult
    public func keep(
        _ invitation: Invitation, at date: Date = Date()
    ) async throws(RecordsError) -> KeptRecord<Invitation> {
        try await write { try RecordRows($0).insert(invitation, at: date) }
    }

    /// The invitation of a code, by the hash of the code; `nil` when there is none that is good.
    public func invitation(
        codeHash: String, at date: Date = Date()
    ) async throws(RecordsError) -> KeptRecord<Invitation>? {
        try await read { connection in
            try RecordRows(connection, Invitation.self).records(where: "code_hash = \(codeHash)")
                .first { $0.value.isGood(at: date) }
        }
    }

    /// An invitation.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func invitation(_ name: RecordName) async throws(RecordsError) -> KeptRecord<Invitation> {
        try await read { try RecordRows($0).record(name) }
    }

    /// A page of the invitations, the latest first, those that were used and those whose time is over too.
    ///
    /// - Parameters:
    ///   - organization: of this organization; `nil` for all.
    ///   - text: for an address that holds this, whatever the case of its letters; `nil` for all.
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func invitations(
        organization: Int64? = nil, text: String? = nil, page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<KeptRecord<Invitation>> {
        try await read { connection in
            var conditions: [SQLQuery] = []
            if let organization { conditions.append("organization_id = \(organization)") }
            if let text { conditions.append(LabelColumn.holds(text, in: "email")) }
            return try RecordRows(connection).page(page, where: conditions)
        }
    }

    /// Takes an invitation back.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func deleteInvitation(_ name: RecordName) async throws(RecordsError) {
        try await write { try RecordRows($0, Invitation.self).delete(name) }
    }

    /// Uses an invitation up.
    ///
    /// - Parameter person: the number of the person whose account was made with it.
    /// - Throws: `RecordsError.notFound` when it is not good any more.
    static func use(
        invitation codeHash: String, for person: Int64?, at date: Date, _ connection: any SQLConnection
    ) throws {
        let rows = RecordRows(connection, Invitation.self)
        let found = try rows.records(where: "code_hash = \(codeHash)").first { $0.value.isGood(at: date) }
        guard let found else {
            throw RecordsError.notFound(kind: Invitation.noun, name: "with this code that is still good")
        }
        let used = try connection.run(
            "UPDATE invitations SET used_at = \(date) WHERE id = \(found.number) AND used_at IS NULL")
        guard used == 1 else {
            throw RecordsError.notFound(kind: Invitation.noun, name: "with this code that is still good")
        }
        _ = try rows.change(.number(found.number), at: date) {
            $0.usedAt = date
            $0.person = person
        }
    }
}
