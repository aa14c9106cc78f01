public import Accounts
import Records

extension AccountService {
    /// Whether somebody who signed in earlier may go on.
    public enum Standing: Sendable, Hashable {
        /// They may.
        case good
        /// The account is no more, may not be used, or is another's or for something else now.
        case dismissed
        /// The account may be used, and the session has ended: its owner has signed out, or has another password.
        case signedOut
    }

    /// Whether somebody who signed in earlier may still do the same: the account is there and in use, and has the role, the person and the
    /// organization that it had, and the session goes on. Whoever has no account may.
    ///
    /// - Parameter session: the session; `nil` where nobody knows, so that the account alone counts.
    /// - Throws: `ServiceError.failed` when that cannot be found out.
    public func standing(
        of requester: Requester, in session: AccountSession?
    ) async throws(ServiceError) -> Standing {
        guard let number = requester.account else { return .good }
        do throws(RecordsError) {
            var isSignedIn = true
            if let session {
                isSignedIn =
                    try await records.standing(ofSession: session.id, account: session.account, at: now())
                    != nil
            }
            // An account takes its sessions with it, so it is looked at after them: one that went between was not signed out of.
            let info = try await records.accountInfo(.number(number))
            guard info.state == .active, info.requester == requester else { return .dismissed }
            return isSignedIn ? .good : .signedOut
        } catch {
            guard case .notFound = error else { throw ServiceError(error) }
            return .dismissed
        }
    }
}
