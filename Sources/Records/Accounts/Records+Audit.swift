public import Accounts
import SQL

extension Records {
    /// Adds a line to the log. Nothing changes one later, but that whoever is erased is not named any more; nor is an account or an
    /// organization that is gone by now.
    public func log(_ entry: AuditEntry) async throws(RecordsError) {
        try await write { connection in
            try connection.run(
                """
                INSERT INTO audit_log
                    (at, account_id, organization_id, action, resource, number, address, outcome, detail)
                VALUES (\(entry.date), (SELECT id FROM accounts WHERE id = \(entry.account.sqlValue)),
                    (SELECT id FROM organizations WHERE id = \(entry.organization.sqlValue)),
                    \(entry.action.rawValue), \(entry.resource.rawValue), \(entry.number.sqlValue),
                    \(entry.address.sqlValue), \(entry.outcome.rawValue), \(entry.detail.sqlValue))
                """)
        }
    }

    /// A page of the log, the latest first.
    ///
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func log(
        _ filter: AuditFilter = AuditFilter(), page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<AuditLine> {
        try await read { connection in
            try ListQuery(
                columns: AuditLine.columns, source: AuditLine.source, conditions: filter.conditions,
                key: "audit_log.id", id: "audit_log.id"
            ).page(page, connection, AuditLine.init)
        }
    }
}
