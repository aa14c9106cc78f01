/// Why a form with files cannot be read.
public enum MultipartFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// It is another media type.
    case otherMediaType(String)
    /// The header says no boundary, or one that may be none.
    case noBoundary
    /// It is not built as such a form is.
    case broken
    /// It breaks off.
    case incomplete
    /// A part does not say to which field it belongs.
    case noName
    /// There are more parts than are taken.
    case manyParts(limit: Int)
    /// The headers of a part have more bytes than are taken.
    case longHeaders(limit: Int)

    /// A sentence.
    public var description: String {
        switch self {
        case .otherMediaType: "The body must be multipart/form-data."
        case .noBoundary:
            "The header Content-Type must say a boundary of 1 to 70 characters, as in multipart/form-data; boundary=x."
        case .broken: "The body is not built as multipart/form-data is."
        case .incomplete: "The body breaks off before its last boundary."
        case .noName: "A part has no header such as Content-Disposition: form-data; name=\"file\"."
        case .manyParts(let limit): "The body has more than \(limit) parts."
        case .longHeaders(let limit): "The headers of a part have more than \(limit) bytes."
        }
    }
}
