import NIOCore

/// An open WebSocket, from the side of the server. Any number of tasks may send.
public struct WebSocketConnection: Sendable {
    /// What the client asked for.
    public let opening: WebSocketEndpoint.Opening
    /// Who the client is, and for what it came.
    public let guest: WebSocketGuest
    let outbound: NIOAsyncChannelOutboundWriter<WebSocketOutput>

    /// Sends a message. It waits while the client does not take what was sent before.
    ///
    /// - Throws: what NIO says when the connection is no more.
    public func send(_ message: WebSocketMessage) async throws { try await outbound.write(.message(message)) }

    /// Says why it ends; nothing can be sent after it.
    public func close(_ reason: WebSocketClose) async throws { try await outbound.write(.close(reason)) }
}

/// What a client says over a WebSocket, message by message. While nobody asks for the next, the client is let wait.
public struct WebSocketInbox {
    private var iterator: NIOAsyncChannelInboundStream<WebSocketMessage>.AsyncIterator

    init(_ inbound: NIOAsyncChannelInboundStream<WebSocketMessage>) { iterator = inbound.makeAsyncIterator() }

    /// The next message; `nil` when none comes any more.
    ///
    /// - Throws: what the network says when it breaks off.
    public mutating func next() async throws -> WebSocketMessage? {
        try await iterator.next(isolation: #isolation)
    }
}
