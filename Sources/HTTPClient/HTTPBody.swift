/// What a request sends after its head.
public enum HTTPBody: Sendable, Hashable {
    /// Nothing.
    case none
    /// Bytes of a media type such as `application/json`.
    case bytes([UInt8], contentType: String)
    /// The parts of a form, in their order (RFC 7578).
    case multipart([MultipartPart])

    /// The bytes to send and their media type; `nil` when nothing is sent.
    ///
    /// - Parameter boundary: What stands between the parts of a form; it must occur in none of them.
    func encoded(boundary: String) -> (bytes: [UInt8], contentType: String)? {
        switch self {
        case .none: nil
        case .bytes(let bytes, let contentType): (bytes, contentType)
        case .multipart(let parts):
            (
                parts.flatMap { $0.encoded(boundary: boundary) } + Array("--\(boundary)--\r\n".utf8),
                "multipart/form-data; boundary=\(boundary)"
            )
        }
    }
}
