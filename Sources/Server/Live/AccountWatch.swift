import Accounts
import Service

/// Looks again and again whether the account of somebody who is connected may still be used.
struct AccountWatch: Sendable {
    /// Who may use the server; `nil` where nobody signs in.
    let accounts: AccountService?
    /// How often it looks, in seconds.
    let everySeconds: Double

    /// Waits until the account may not be used any more; `false` when the task was cancelled, and for whoever has no account.
    func isDismissed(_ requester: Requester?) async -> Bool {
        guard let accounts, let requester, requester.account != nil else { return false }
        while (try? await Task.sleep(for: .seconds(everySeconds))) != nil {
            // What cannot be found out now is looked at again.
            if let isGood = try? await accounts.isUnchanged(requester), !isGood { return true }
        }
        return false
    }
}
