import Accounts
import Interview

/// A role as the table of Docs/API.md has it.
enum AccessRole: String, CaseIterable {
    case nobody, candidate, interviewer, recruiter
    case organizationAdmin = "admin of an organization"
    case admin = "admin of all"

    /// What an account of it may do; `nil` where there is none.
    var role: PersonRole? {
        switch self {
        case .nobody: nil
        case .candidate: .candidate
        case .interviewer: .interviewer
        case .recruiter: .recruiter
        case .organizationAdmin, .admin: .admin
        }
    }
}

/// Whose something is, seen from somebody who asks.
enum AccessOwner: String, CaseIterable {
    /// Whoever asks.
    case own
    /// Somebody else of the same organization; for an admin of all, of any.
    case organization
    /// Somebody of another organization.
    case other

    /// Whether a scope takes it in.
    func isWithin(_ scope: AccessScope) -> Bool {
        switch self {
        case .own: scope >= .own
        case .organization: scope >= .organization
        case .other: scope == .all
        }
    }
}
