public import Foundation

/// A whole answer over HTTP, whatever its status.
public struct HTTPResponse: Sendable, Hashable {
    /// The status, 100...999; 200...299 mean success.
    public var status: Int
    /// The header fields of the last head.
    public var headers: HTTPHeaders
    /// The body; empty when it went to a file.
    public var body: [UInt8]
    /// Where it came from: the address of the request, or that of the last redirect.
    public var url: URL

    /// An answer of `status` from `url`.
    public init(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = [], url: URL) {
        self.status = status
        self.headers = headers
        self.body = body
        self.url = url
    }

    /// Whether the status means success, 200...299.
    public var isSuccess: Bool { (200..<300).contains(status) }
    /// The body as text; bytes that are not UTF-8 become replacement characters.
    public var text: String { String(decoding: body, as: UTF8.self) }
}
