import Accounts
import Service

/// Looks again and again whether somebody who is connected may go on: whether the account may still be used, and the session in which they
/// signed in has not ended.
struct AccountWatch: Sendable {
    /// Who may use the server; `nil` where nobody signs in.
    let accounts: AccountService?
    /// How often it looks, in seconds.
    let everySeconds: Double

    /// Waits until a guest may not go on, and says how the connection is to be closed; `nil` when the task was cancelled, and for whoever has no
    /// account.
    func end(of guest: WebSocketGuest) async -> WebSocketClose? {
        guard let accounts, let requester = guest.requester, requester.account != nil else { return nil }
        while (try? await Task.sleep(for: .seconds(everySeconds))) != nil {
            // What cannot be found out now is looked at again.
            switch try? await accounts.standing(of: requester, in: guest.session) {
            case .dismissed: return .dismissed
            case .signedOut: return .signedOut
            case .good, nil: break
            }
        }
        return nil
    }
}
