/// Why a network's weights cannot be used.
public enum InferenceError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A file cannot be opened or read.
    case unreadable(path: String, reason: String)
    /// A file is not what it should be.
    case invalid(path: String, reason: String)

    /// The file.
    public var path: String {
        switch self {
        case .unreadable(let path, _), .invalid(let path, _): path
        }
    }

    /// Why it cannot be used, as part of a sentence.
    public var reason: String {
        switch self {
        case .unreadable(_, let reason): "it cannot be read: \(reason)"
        case .invalid(_, let reason): "\(reason); install it again with `viva models install`"
        }
    }

    /// What was read, why it cannot be used and what to do.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "The weights \(path) cannot be read: \(reason)."
        case .invalid(let path, let reason):
            "The weights \(path) cannot be used: \(reason). Install the model again."
        }
    }
}
