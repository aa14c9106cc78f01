/// Why an access token is not taken.
public enum TokenError: Error, Sendable, Hashable, CustomStringConvertible {
    /// It is no token, was changed, or was made with another key or algorithm.
    case notOurs
    /// Its time is over.
    case expired
    /// It is of a time to come: the clocks of two servers differ by more than is allowed.
    case notYet
    /// It could not be made.
    case notMade(reason: String)

    /// A sentence, without anything of the token.
    public var description: String {
        switch self {
        case .notOurs: "The access token is not one of this server's."
        case .expired: "The access token is no longer good: get another with the refresh token."
        case .notYet:
            "The access token is of a time to come: the clock of this server or of another is wrong."
        case .notMade(let reason): "No access token could be made: \(reason)."
        }
    }
}
