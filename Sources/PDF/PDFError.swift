/// Why a PDF could not be made.
public enum PDFError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Cairo could not draw; `doing` says what was drawn, `reason` is Cairo's own message.
    case notDrawn(doing: String, reason: String)
    /// No font is installed at all.
    case noFont
    /// The document would be larger than `limitBytes`.
    case tooLarge(limitBytes: Int)

    /// What failed and why.
    public var description: String {
        switch self {
        case .notDrawn(let doing, let reason): "The PDF could not be made: \(doing) failed: \(reason)."
        case .noFont:
            "The PDF could not be made: no font is installed. Install one, such as Debian's fonts-dejavu-core, or write the "
                + "report as HTML instead."
        case .tooLarge(let limitBytes):
            "The PDF would be larger than \(limitBytes / 1_048_576) MiB. Write the report as HTML instead."
        }
    }
}
