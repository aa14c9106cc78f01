/// A session in which somebody signed in with an account: it lasts from signing in to signing out, through all tokens between.
public struct AccountSession: Sendable, Hashable {
    /// Its UUID.
    public let id: String
    /// The UUID of the account.
    public let account: String
}
