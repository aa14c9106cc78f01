public import Interview

/// Who asks for something.
public struct Requester: Sendable, Hashable {
    /// The number of their account; `nil` for the one who works on this machine alone, and for whoever has not signed in.
    public let account: Int64?
    /// The number of the person the account belongs to.
    public let person: Int64?
    /// What they may do.
    public let role: PersonRole
    /// The number of their organisation.
    public let organization: Int64?
    /// Whether this machine is theirs alone, with no accounts.
    public let isLocal: Bool

    /// Somebody with an account.
    public init(account: Int64, person: Int64?, role: PersonRole, organization: Int64?) {
        self.account = account
        self.person = person
        self.role = role
        self.organization = organization
        isLocal = false
    }

    private init(_ role: PersonRole, isLocal: Bool) {
        account = nil
        person = nil
        self.role = role
        organization = nil
        self.isLocal = isLocal
    }

    /// Whoever uses this machine alone: all that is kept here is theirs.
    public static let local = Requester(.admin, isLocal: true)

    /// Whoever asks without signing in: nothing is theirs.
    public static let nobody = Requester(.candidate, isLocal: false)
}
