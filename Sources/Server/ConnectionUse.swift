import HummingbirdCore
import NIOCore
import NIOHTTPTypes

/// What a connection is used for; its first request says it.
enum ConnectionUse: Sendable {
    /// Requests and answers.
    case requests(NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>)
    /// Messages.
    case messages(OpenWebSocket)
    /// Nothing: it was closed before it said anything, or was refused.
    case nothing
}

/// A connection that became a WebSocket.
struct OpenWebSocket: Sendable {
    /// What happens on it.
    let endpoint: WebSocketEndpoint
    /// What the client asked for.
    let opening: WebSocketEndpoint.Opening
    /// Who the client is, and for what it came.
    let guest: WebSocketGuest
    /// The messages.
    let channel: NIOAsyncChannel<WebSocketMessage, WebSocketOutput>
}

/// A connection that was accepted.
struct AcceptedConnection: ServerChildChannelValue {
    /// The connection.
    let channel: any Channel
    /// What it is used for, once that is known. The server does not wait for it before it takes the connection in, or one that never speaks
    /// would hold up its end.
    let use: EventLoopFuture<ConnectionUse>
}
