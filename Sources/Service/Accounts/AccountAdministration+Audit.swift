import Accounts
public import Records

extension AccountAdministration {
    /// A page of the log, the latest first: of an admin's organization, or all of it.
    public func log(
        _ filter: AuditFilter = AuditFilter(), page: PageRequest, for caller: Caller
    ) async throws(ServiceError) -> RecordsPage<AuditLine> {
        var filter = filter
        switch AccessTable.scope(of: caller.requester, .read, .audit) {
        case .none, .own: throw .notAllowed(reason: "Only admins read the log.")
        case .organization:
            guard filter.organization.narrow(toOrganization: caller.requester.organization) else {
                return .nothing(page)
            }
        case .all: break
        }
        return try await ServiceError.doing { [filter] in try await records.log(filter, page: page) }
    }

    /// Adds a line to the log about an account.
    func log(
        _ action: AuditAction, _ account: AccountInfo, by caller: Caller,
        outcome: AuditEntry.Outcome = .done, detail: String? = nil
    ) async throws(RecordsError) {
        try await records.log(
            AuditEntry(
                date: now(), account: caller.requester.account, organization: account.organization,
                action: action, resource: .account, number: account.number, address: caller.address,
                outcome: outcome, detail: detail))
    }
}
