public import Accounts
public import Records

extension AccountAdministration {
    /// Deletes an account with what is signed in; its person stays.
    ///
    /// - Throws: `ServiceError`; `conflict` for the account of whoever asks.
    public func delete(_ name: RecordName, by caller: Caller) async throws(ServiceError) {
        let info = try await account(name, .delete, for: caller)
        guard info.number != caller.requester.account else {
            throw .conflict(reason: "Nobody deletes the own account: ask another admin.")
        }
        try await ServiceError.doing {
            try await records.deleteAccount(.number(info.number))
            standing.forget(account: info.number)
            try await log(.delete, info, by: caller)
        }
    }

    /// Ends all that is signed in with an account.
    ///
    /// - Returns: the account, and how many sessions there were.
    /// - Throws: `ServiceError`.
    public func endSessions(
        of name: RecordName, by caller: Caller
    ) async throws(ServiceError) -> (account: AccountInfo, count: Int) {
        let info = try await account(name, .change, for: caller)
        guard AccessTable.scope(of: caller.requester, .change, .account) >= .organization else {
            throw .notAllowed(reason: "Only admins end the sessions of others.")
        }
        let count = try await ServiceError.doing {
            let count = try await records.endSessions(ofAccount: info.number, at: now())
            standing.forget(account: info.number)
            try await log(.logoutEverywhere, info, by: caller, detail: "\(count) of them")
            return count
        }
        return (info, count)
    }

    /// An invitation that the caller may see.
    ///
    /// - Throws: `ServiceError.notFound` also for one of others.
    public func invitation(
        _ name: RecordName, for caller: Caller
    ) async throws(ServiceError) -> KeptRecord<Invitation> {
        let kept = try await ServiceError.doing { try await records.invitation(name) }
        do { try require(.delete, organization: kept.value.organization, of: caller) } catch {
            throw .notFound(kind: "invitation", name: "\(name)")
        }
        return kept
    }
}
