public import Accounts

/// What somebody gets who signs in.
public struct SignedIn: Sendable, Hashable {
    /// The access token: it goes with every request, and is good for some minutes.
    public let access: String
    /// The refresh token: it is good once, for another two tokens.
    public let refresh: String
    /// Who signed in.
    public let account: AccountInfo
}
