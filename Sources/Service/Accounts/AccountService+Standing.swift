public import Accounts
import Records

extension AccountService {
    /// Whether somebody who signed in earlier may still do the same: the account is there and in use, and has the role, the person and the
    /// organization that it had. Whoever has no account may.
    ///
    /// - Throws: `ServiceError.failed` when that cannot be found out.
    public func isUnchanged(_ requester: Requester) async throws(ServiceError) -> Bool {
        guard let number = requester.account else { return true }
        do throws(RecordsError) {
            let info = try await records.accountInfo(.number(number))
            return info.state == .active && info.requester == requester
        } catch {
            guard case .notFound = error else { throw ServiceError(error) }
            return false
        }
    }
}
