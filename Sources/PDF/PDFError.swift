/// Why a PDF could not be made.
public enum PDFError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Cairo could not draw; `doing` says what was drawn, `reason` is Cairo's own message.
    case notDrawn(doing: String, reason: String)
    /// The document would be larger than `limitBytes`.
    case tooLarge(limitBytes: Int)

    /// What failed and why.
    public var description: String {
        switch self {
        case .notDrawn(let doing, let reason): "The PDF could not be made: \(doing) failed: \(reason)."
        case .tooLarge(let limitBytes):
            "The PDF would be larger than \(limitBytes / 1_048_576) MiB. Write the report as HTML instead."
        }
    }
}
