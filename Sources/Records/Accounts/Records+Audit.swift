public import Accounts
import SQL

extension Records {
    /// Adds a line to the log. Nothing changes one later, but that whoever is erased is not named any more.
    public func log(_ entry: AuditEntry) async throws(RecordsError) {
        try await write { connection in
            try connection.run(
                SQLQuery.insert(
                    into: "audit_log",
                    [
                        ("at", entry.date.sqlValue), ("account_id", entry.account.sqlValue),
                        ("organization_id", entry.organization.sqlValue),
                        ("action", entry.action.rawValue.sqlValue),
                        ("resource", entry.resource.rawValue.sqlValue), ("number", entry.number.sqlValue),
                        ("address", entry.address.sqlValue), ("outcome", entry.outcome.rawValue.sqlValue),
                        ("detail", entry.detail.sqlValue),
                    ]))
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
