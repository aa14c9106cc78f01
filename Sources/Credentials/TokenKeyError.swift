/// Why there is no key that tokens can be signed with.
public enum TokenKeyError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The key is none, or others may know it.
    case refused(source: String, reason: String)
    /// A file could not be read.
    case readFailed(path: String, reason: String)
    /// A file could not be written.
    case writeFailed(path: String, reason: String)

    /// What was being done, on what, why it failed and what to do.
    public var description: String {
        switch self {
        case .refused(let source, let reason):
            "The key that tokens are signed with, from \(source), cannot be used: \(reason)."
        case .readFailed(let path, let reason):
            "The key that tokens are signed with cannot be read from \(path): \(reason)."
        case .writeFailed(let path, let reason):
            "The key that tokens are signed with cannot be kept in \(path): \(reason)."
        }
    }
}
