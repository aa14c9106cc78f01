import Accounts
import Credentials
import FoundationEssentials
import Synchronization

/// Access tokens that were looked at lately, and who each is from: looking at one costs several times what a small answer does.
///
/// For `freshSeconds` nobody looks into the database whether the session still stands: what this program ends is forgotten here at once,
/// and what another program ends is noticed after that time.
final class StandingTokens: Sendable {
    /// A token that was good when it was looked at.
    struct Entry: Sendable {
        /// What it says.
        var claims: AccessClaims
        /// Who it is from.
        var requester: Requester
        /// When its session was looked up.
        var checkedAt: Date

        /// Whether the session need not be looked up again.
        func isFresh(at date: Date) -> Bool {
            (0..<StandingTokens.freshSeconds).contains(date.timeIntervalSince(checkedAt))
        }
    }

    private struct State {
        var entries: RecentValues<String, Entry>
        /// How often anything was forgotten.
        var changes = 0
    }

    /// For how many seconds a session is taken to stand.
    static let freshSeconds = 1.0

    private let state: Mutex<State>

    /// None yet.
    init(limit: Int) { state = Mutex(State(entries: RecentValues(limit: limit))) }

    /// A token, and how often anything was forgotten so far.
    func entry(_ token: String) -> (entry: Entry?, changes: Int) {
        state.withLock { ($0.entries[token], $0.changes) }
    }

    /// Keeps a token, unless anything was forgotten since it was begun to look it up.
    func keep(_ entry: Entry, for token: String, since changes: Int) {
        state.withLock { state in
            if state.changes == changes { state.entries[token] = entry }
        }
    }

    /// Forgets a token.
    func forget(_ token: String) { state.withLock { $0.entries[token] = nil } }

    /// Forgets all tokens.
    func forgetAll() {
        state.withLock { state in
            state.changes += 1
            state.entries.removeAll { _ in true }
        }
    }

    /// Forgets all tokens of an account.
    func forget(account number: Int64) {
        state.withLock { state in
            state.changes += 1
            state.entries.removeAll { $0.requester.account == number }
        }
    }
}
