/// Why the files of WordNet cannot be used.
public enum WordNetError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A file is not there or cannot be read.
    case unreadable(path: String, reason: String)
    /// A file is not what it should be.
    case damaged(path: String, reason: String)

    /// What was read, why it cannot be used and what to do.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "WordNet's file \(path) cannot be read: \(reason). \(Self.remedy)"
        case .damaged(let path, let reason):
            "WordNet's file \(path) cannot be used: \(reason). \(Self.remedy)"
        }
    }

    private static let remedy = "Install the package wordnet-base again."
}
