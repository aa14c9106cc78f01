/// What was done, as the log calls it.
public struct AuditAction: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
    /// Its name: small letters, parts with dots between them.
    public let rawValue: String

    /// An action of a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Its name.
    public var description: String { rawValue }

    /// Somebody signed in, or tried to.
    public static let login = AuditAction(rawValue: "login")
    /// Somebody ended what was signed in.
    public static let logout = AuditAction(rawValue: "logout")
    /// Somebody ended all that was signed in.
    public static let logoutEverywhere = AuditAction(rawValue: "logout.everywhere")
    /// A refresh token that had been used came again: somebody else may have it.
    public static let replay = AuditAction(rawValue: "token.replay")
    /// An account was made by its owner.
    public static let register = AuditAction(rawValue: "account.register")
    /// An account was made for somebody.
    public static let add = AuditAction(rawValue: "account.add")
    /// A role or an organization was changed.
    public static let change = AuditAction(rawValue: "account.change")
    /// An account was deleted.
    public static let delete = AuditAction(rawValue: "account.delete")
    /// An account was closed.
    public static let disable = AuditAction(rawValue: "account.disable")
    /// An account was opened again.
    public static let enable = AuditAction(rawValue: "account.enable")
    /// A password was set.
    public static let password = AuditAction(rawValue: "account.password")
    /// Somebody was invited.
    public static let invite = AuditAction(rawValue: "invitation.add")
    /// An invitation was taken back.
    public static let withdraw = AuditAction(rawValue: "invitation.delete")
    /// An interview was deleted by somebody else than its candidate.
    public static let deleteInterview = AuditAction(rawValue: "interview.delete")
    /// An interview was called off or given up by somebody else than its candidate.
    public static let cancelInterview = AuditAction(rawValue: "interview.cancel")
    /// An interview was reviewed by somebody else than its candidate.
    public static let reviewInterview = AuditAction(rawValue: "interview.review")
}
