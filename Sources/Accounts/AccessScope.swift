/// Of which things a rule speaks.
public enum AccessScope: String, Sendable, Hashable, CaseIterable, Comparable {
    /// None.
    case none
    /// Those that one is a part of: as candidate, as interviewer, as owner.
    case own
    /// Those of one's organisation, and one's own. Of somebody without an organisation: all that is in none.
    case organization
    /// All.
    case all

    /// The narrower one first.
    public static func < (one: AccessScope, other: AccessScope) -> Bool { one.breadth < other.breadth }

    private var breadth: Int {
        switch self {
        case .none: 0
        case .own: 1
        case .organization: 2
        case .all: 3
        }
    }
}
