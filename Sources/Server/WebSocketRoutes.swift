import Accounts
import Crypto
import FoundationEssentials
import HTTPTypes
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1
import Web

/// The paths at which WebSockets are opened, and the rules for whoever opens one.
struct WebSocketRoutes: Sendable {
    /// What a client that may open one is told, and who it is.
    struct Accepted: Sendable {
        /// The headers of the answer.
        let headers: HTTPHeaders
        /// What it asked for.
        let opening: WebSocketEndpoint.Opening
        /// Who it is, and for what it came.
        let guest: WebSocketGuest
    }

    /// The paths.
    let endpoints: [WebSocketEndpoint]
    /// Under which names the server may be asked.
    let hosts: HostRule
    /// Which pages may open one.
    let origins: OriginRule
    /// How often.
    let rates: RateLimiter
    /// Which proxies are believed when they say for whom they ask.
    let proxies: ProxyRule
    /// Where they are counted.
    let figures: ServerFigures
    /// Where they are told.
    let logger: Logger

    /// Tells of those that are not opened.
    var refusals: ConnectionRefusals { ConnectionRefusals(figures: figures, logger: logger) }

    /// The endpoint that a request wants to open; `nil` for a request of any other kind.
    func endpoint(of head: HTTPRequestHead) -> WebSocketEndpoint? {
        let path = RequestTarget.path(of: head.uri)
        let wanted = head.headers[canonicalForm: "upgrade"].contains { $0.lowercased() == "websocket" }
        guard wanted else { return nil }
        return endpoints.first { $0.isAt(path) }
    }

    /// The id of a request: what the client says, or a new one.
    func requestID(of head: HTTPRequestHead) -> String {
        head.headers.first(name: "X-Request-ID").flatMap { RequestID.isTaken($0) ? $0 : nil }
            ?? ConnectionRefusals.newID()
    }

    /// Whether a client may open a WebSocket.
    ///
    /// - Throws: `APIError`, and what the endpoint's check throws.
    func opening(
        of endpoint: WebSocketEndpoint, _ head: HTTPRequestHead, id: String, peer: String?, listening: String?
    ) async throws -> Accepted {
        let fields = HTTPFields(head.headers, splitCookie: false)
        let client = ClientAddress(peer: peer, headers: fields.namesAndValues, proxies: proxies)
        if let seconds = rates.wait(for: client) { throw APIError.tooManyRequests(seconds: seconds) }
        let authority = head.headers.first(name: "Host")
        guard hosts.allows(authority, listening: listening) else { throw APIError.wrongHost(authority) }
        guard origins.allows(origin: fields[.origin], site: fields[.fetchSite], authority: authority) else {
            throw APIError.wrongOrigin
        }
        let key = try Self.key(of: head)
        let target = head.uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let query = RequestTarget.query(target.count > 1 ? String(target[1]) : "") else {
            throw APIError(.badRequest, "What stands behind the question mark is not UTF-8, written with %.")
        }
        let opening = WebSocketEndpoint.Opening(
            query: query, headers: fields, authority: authority, client: client, id: id)
        let guest = try await endpoint.check(opening)
        let headers: HTTPHeaders = [
            "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Accept": Self.answer(to: key),
            "X-Request-ID": opening.id,
        ]
        return Accepted(headers: headers, opening: opening, guest: guest)
    }

    /// The key of a request that opens a WebSocket as it must (RFC 6455, 4.2.1).
    private static func key(of head: HTTPRequestHead) throws(APIError) -> String {
        let connection = head.headers[canonicalForm: "connection"].map { $0.lowercased() }
        guard head.method == .GET, connection.contains("upgrade") else {
            throw APIError(.badRequest, "A WebSocket is opened with GET and Connection: Upgrade.")
        }
        guard head.headers.first(name: "Sec-WebSocket-Version") == "13" else {
            throw APIError.upgradeRequired("Only version 13 of WebSocket is spoken here.")
        }
        let keys = head.headers["Sec-WebSocket-Key"]
        guard keys.count == 1, Data(base64Encoded: keys[0])?.count == 16 else {
            throw APIError(.badRequest, "The header Sec-WebSocket-Key must be 16 bytes in Base64.")
        }
        return keys[0]
    }

    /// What proves to a client that the server understood it (RFC 6455, 4.2.2).
    static func answer(to key: String) -> String {
        let sum = Insecure.SHA1.hash(data: Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8))
        return Data(sum).base64EncodedString()
    }

    /// Does what an endpoint does on an open connection, until that is over.
    func run(_ open: OpenWebSocket) async {
        let start = ContinuousClock.now
        figures.count { $0.openStream() }
        var failure: String?
        do {
            try await open.channel.executeThenClose { inbound, outbound in
                var inbox = WebSocketInbox(inbound)
                let connection = WebSocketConnection(
                    opening: open.opening, guest: open.guest, outbound: outbound)
                do {
                    try await open.endpoint.run(connection, &inbox)
                    try? await connection.close(.normal)
                } catch {
                    failure = "\(error)"
                    try? await connection.close(error is ChannelError ? .goingAway : .failed)
                }
                // A connection that is closed with unread bytes is reset, and its client may never read why it ended.
                try? await open.channel.channel.closeFuture.get()
            }
        } catch { failure = failure ?? "\(error)" }
        figures.count { $0.closeStream() }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        var values: Logger.Metadata = [
            "id": "\(open.opening.id)", "path": "\(open.endpoint.path)", "status": .stringConvertible(101),
            "milliseconds": .stringConvertible((seconds * 1000).rounded()),
            "account": "\(open.guest.requester?.account.map { "\($0)" } ?? "none")",
        ]
        if let failure { values["error"] = "\(failure)" }
        logger.info("websocket", metadata: values)
    }
}

extension APIError {
    /// The refusal of a request that opens no WebSocket where there is one (RFC 9110, 15.5.22).
    static func upgradeRequired(_ detail: String) -> APIError {
        APIError(
            .upgradeRequired, detail,
            headers: [.upgrade: "websocket", .connection: "Upgrade", .webSocketVersion: "13"])
    }
}

extension HTTPField.Name {
    /// The version of WebSocket that is spoken.
    static let webSocketVersion = HTTPField.Name("Sec-WebSocket-Version") ?? .location
}
