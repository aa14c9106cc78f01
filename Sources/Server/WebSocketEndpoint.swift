public import Accounts
public import HTTPTypes
import Hummingbird
import NIOCore
public import Service
public import Web

/// Who opened a WebSocket, and for what.
public struct WebSocketGuest: Sendable, Hashable {
    /// Who it is; `nil` where nobody must be known.
    public var requester: Requester?
    /// The number of the interview that it may be used for; `nil` for none.
    public var interview: Int64?
    /// The session in which it signed in; `nil` for whoever did not.
    public var session: AccountSession?

    /// A guest.
    public init(requester: Requester?, interview: Int64? = nil, session: AccountSession? = nil) {
        self.requester = requester
        self.interview = interview
        self.session = session
    }
}

/// A path at which a client may open a WebSocket, and what happens on it.
///
/// ```swift
/// WebSocketEndpoint("/echo", check: { _ in nil }) { connection, inbox in
///     while let message = try await inbox.next() { try await connection.send(message) }
/// }
/// ```
///
/// Only names that the server is asked under, and pages of its own or of allowed origins, reach it; a browser cannot set headers, so `check`
/// finds out who asks by a ticket in the query.
public struct WebSocketEndpoint: Sendable {
    /// What a client asked for when it opened the connection.
    public struct Opening: Sendable {
        /// The names and values behind the question mark.
        public let query: [(name: String, value: String)]
        /// The headers.
        public let headers: HTTPFields
        /// The name under which the server was asked, with its port.
        public let authority: String?
        /// Where it comes from.
        public let client: ClientAddress
        /// The id under which the log has it.
        public let id: String

        /// The value of a name behind the question mark; the first where there are several.
        public func value(_ name: String) -> String? { query.first { $0.name == name }?.value }
    }

    /// The path.
    public let path: String
    /// What it is for, in a few words.
    public let summary: String
    /// How many bytes a message may have.
    public let limitMessageBytes: Int
    /// After how many seconds without a sign of life it ends; one is asked for at half of the time.
    public let idleSeconds: Int
    /// Finds out who asks, and for what.
    let check: @Sendable (Opening) async throws -> WebSocketGuest
    /// What happens; it ends the connection when it returns.
    let run: @Sendable (WebSocketConnection, inout WebSocketInbox) async throws -> Void

    /// A path.
    ///
    /// - Parameters:
    ///   - summary: what it is for, in a few words.
    ///   - admit: finds out who asks, and for what; throws `APIError` for whoever may not open it.
    public init(
        _ path: String, _ summary: String = "Open a WebSocket", limitMessageBytes: Int = 1 << 20,
        idleSeconds: Int = 60,
        admit: @escaping @Sendable (Opening) async throws -> WebSocketGuest,
        run: @escaping @Sendable (WebSocketConnection, inout WebSocketInbox) async throws -> Void
    ) {
        self.path = path
        self.summary = summary
        self.limitMessageBytes = limitMessageBytes
        self.idleSeconds = idleSeconds
        check = admit
        self.run = run
    }

    /// A path for which it is enough to know who asks.
    ///
    /// - Parameter check: throws `APIError` for whoever may not open it.
    public init(
        _ path: String, _ summary: String = "Open a WebSocket", limitMessageBytes: Int = 1 << 20,
        idleSeconds: Int = 60,
        check: @escaping @Sendable (Opening) async throws -> Requester?,
        run: @escaping @Sendable (WebSocketConnection, inout WebSocketInbox) async throws -> Void
    ) {
        self.init(
            path, summary, limitMessageBytes: limitMessageBytes, idleSeconds: idleSeconds,
            admit: { WebSocketGuest(requester: try await check($0)) }, run: run)
    }

    /// Whether it is at a path; a slash at the end does not matter.
    func isAt(_ path: Substring) -> Bool { path == self.path || path == self.path + "/" }
}

extension WebSocketEndpoint {
    private static let ticket = RequestField<String?>(
        optional: "ticket", "What POST /api/v1/live/ticket gave.", schema: .text(length: 0...1000))

    /// What is answered there to a request that opens no WebSocket, and what the document says of the path. A request that asks for one comes
    /// here when it is not the first of its connection, too.
    var endpoint: Endpoint {
        Endpoint(
            .get, path, of: "live", summary,
            name: path.split(separator: "/").reduce("open") {
                $0 + $1.prefix(1).uppercased() + $1.dropFirst()
            },
            access: .everybody, query: [Self.ticket],
            reply: .raw([], status: .switchingProtocols, "The connection is a WebSocket from here on."),
            refusals: [
                401: "The ticket or the token is no longer good, or there is none.",
                426: "It is no request for a WebSocket of version 13, or not the first of its connection.",
            ]
        ) { call in
            let asks = call.request.headers[values: .upgrade].contains { $0.lowercased() == "websocket" }
            throw APIError.upgradeRequired(
                asks
                    ? "A WebSocket is opened by the first request of a connection: open another one."
                    : "A WebSocket is opened here: send a GET with `Upgrade: websocket`, as Docs/Live.md says."
            )
        }
    }
}
