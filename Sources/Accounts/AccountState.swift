/// Whether an account can be used.
public enum AccountState: String, Sendable, Hashable, Codable, CaseIterable {
    /// Its owner may sign in.
    case active
    /// Nobody may sign in with it, and its tokens are no longer good.
    case disabled
}
