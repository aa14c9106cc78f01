public import Accounts

/// What became of a refresh token that somebody gave.
public enum TokenRotation: Sendable, Hashable {
    /// It was good once, is used now, and the new one takes its place in the session.
    case rotated(session: String, AccountInfo)
    /// It had been used before: the session has ended, since one of the two who gave it is not its owner.
    case replayed(account: Int64)
    /// It is none, its time is over, its session has ended, or its account cannot be used.
    case refused
}
