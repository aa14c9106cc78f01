public import NIOCore

/// What one side of a WebSocket says to the other.
public enum WebSocketMessage: Sendable, Hashable {
    /// Words.
    case text(String)
    /// Bytes.
    case binary(ByteBuffer)

    /// Its length in bytes.
    var countBytes: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .binary(let buffer): buffer.readableBytes
        }
    }
}

/// Why a WebSocket ends (RFC 6455, 7.4.1).
public struct WebSocketClose: Sendable, Hashable {
    /// The number: 1000 to 1011 as the protocol has them, 4000 to 4999 for those of an interface.
    public let code: UInt16
    /// A sentence for people, of at most 123 bytes.
    public let reason: String

    /// A reason; what is longer than may be sent is cut.
    public init(_ code: UInt16, _ reason: String = "") {
        self.code = code
        var short = reason
        while short.utf8.count > 123 { short.removeLast() }
        self.reason = short
    }

    /// All was said.
    public static let normal = WebSocketClose(1000)
    /// The server ends.
    public static let goingAway = WebSocketClose(1001, "The server ends.")
    /// The other side does not keep to the protocol.
    static func protocolError(_ reason: String) -> WebSocketClose { WebSocketClose(1002, reason) }
    /// A text is not UTF-8.
    static let notText = WebSocketClose(1007, "The text is not UTF-8.")
    /// The other side may not do this.
    public static func notAllowed(_ reason: String) -> WebSocketClose { WebSocketClose(1008, reason) }
    /// A message is longer than is taken.
    static let tooLong = WebSocketClose(1009, "The message has more bytes than are taken.")
    /// There is too much to do just now (registered with IANA, as 1012 to 1014 are).
    public static func tryAgainLater(_ reason: String) -> WebSocketClose { WebSocketClose(1013, reason) }
    /// The client is there from another connection.
    public static let replaced = WebSocketClose(4001, "You are here from another connection.")
    /// The account of the client may not be used any more.
    public static let dismissed = WebSocketClose(4403, "Your account may not be used any more.")
    /// The client has signed out, or has another password: what it signed in with is over.
    public static let signedOut = notAllowed(
        "You have signed out, or your password was changed: sign in again.")
    /// Something on the server failed.
    public static let failed = WebSocketClose(1011, "Something on the server failed.")
}
