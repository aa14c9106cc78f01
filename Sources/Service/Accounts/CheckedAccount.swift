import Accounts

/// An account whose password somebody knew.
struct CheckedAccount: Sendable {
    /// The account.
    let info: AccountInfo
    /// What it had for its password when that was looked at.
    let passwordHash: String
}
