import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing
import Web

@testable import Server

/// Proxies on other machines are believed when they are named, and nobody else is.
struct TrustedProxyTests {
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test(arguments: [("172.17.0.2", "198.51.100.7"), ("192.0.2.9", "192.0.2.9")])
    func requestsComeFromWhomAProxySays(peer: String, client: String) async throws {
        let channel = NIOAsyncTestingChannel()
        try await channel.connect(to: SocketAddress(ipAddress: peer, port: 9)).get()
        let context = ServerContext(
            source: ApplicationRequestContextSource(channel: channel, logger: Self.logger))
        let forwardedFor = try #require(HTTPField.Name("X-Forwarded-For"))
        let request = Request(
            head: HTTPRequest(
                method: .get, scheme: "http", authority: "localhost", path: "/health",
                headerFields: [forwardedFor: "203.0.113.9, 198.51.100.7"]),
            body: RequestBody(buffer: ByteBuffer()))
        let observation = ObservationMiddleware(
            figures: ServerFigures(), proxies: ProxyRule(["172.16.0.0/12"]))
        let response = try await observation.handle(request, context: context) { request, context in
            Response(status: .ok, headers: [.server: context.client(of: request).text])
        }
        #expect(response.headers[.server] == client)
        _ = try await channel.finish(acceptAlreadyClosed: true)
    }

    @Test func openingsAreCountedByWhomAProxySays() async throws {
        let endpoint = WebSocketEndpoint("/live", check: { _ in nil }) { _, _ in }
        let routes = WebSocketRoutes(
            endpoints: [endpoint], hosts: HostRule(allowed: ["*"]), origins: OriginRule(allowed: []),
            rates: RateLimiter(requestsPerMinute: 1), proxies: ProxyRule(["172.16.0.0/12"]),
            figures: ServerFigures(), logger: Self.logger)
        func opening(from client: String, through peer: String) async throws -> String {
            let head = HTTPRequestHead(
                version: .http1_1, method: .GET, uri: "/live",
                headers: [
                    "Host": "viva.example.com", "Upgrade": "websocket", "Connection": "Upgrade",
                    "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
                    "X-Forwarded-For": client,
                ])
            return try await routes.opening(of: endpoint, head, id: "1", peer: peer, listening: nil).opening
                .client
                .text
        }
        for client in ["198.51.100.7", "198.51.100.8"] {
            #expect(try await opening(from: client, through: "172.17.0.2") == client)
        }
        await #expect(throws: APIError.self) {
            try await opening(from: "198.51.100.7", through: "172.17.0.2")
        }
        #expect(try await opening(from: "198.51.100.7", through: "192.0.2.9") == "192.0.2.9")
    }
}
