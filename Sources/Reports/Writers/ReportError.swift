/// Why a report could not be written.
public enum ReportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The report could not be written as JSON.
    case notEncoded(reason: String)

    /// What failed and why.
    public var description: String {
        switch self {
        case .notEncoded(let reason): "The report could not be written as JSON: \(reason)"
        }
    }
}
