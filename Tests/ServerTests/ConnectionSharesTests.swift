import Logging
import NIOCore
import NIOEmbedded
import ServerTestSupport
import Testing
import Web

@testable import Server

/// One address has a part of the connections, and no more.
struct ConnectionSharesTests {
    @Test func anAddressHasAQuarterAndGivesItBack() throws {
        let shares = ConnectionShares(limitConnections: 8, proxies: ProxyRule(["203.0.113.0/24"]))
        let first = try #require(shares.take(for: "2001:db8::1"))
        #expect(shares.take(for: "2001:db8::2") != nil)
        #expect(shares.take(for: "2001:db8::3") == nil)
        #expect(shares.take(for: "192.0.2.1") != nil)
        for proxy in ["127.0.0.1", "203.0.113.7"] {
            for _ in 0..<20 { #expect(shares.take(for: proxy) != nil) }
        }
        first()
        #expect(shares.take(for: "2001:db8::3") != nil)
        #expect(shares.take(for: "2001:db8::4") == nil)
    }

    @Test func connectionsBeyondItAreClosed() throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let setup = ConnectionSetup(
            responder: { _, _, _ in }, settings: ServerSettings(),
            webSockets: WebSocketRoutes(
                endpoints: [], hosts: HostRule(allowed: []), origins: OriginRule(allowed: []),
                rates: RateLimiter(requestsPerMinute: 0), proxies: .thisMachine, figures: ServerFigures(),
                logger: logger),
            figures: ServerFigures(), shares: ConnectionShares(limitConnections: 4, proxies: .thisMachine))
        func connect() throws -> EmbeddedChannel {
            let channel = EmbeddedChannel()
            try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 9)).wait()
            _ = setup.setup(channel: channel, logger: logger)
            channel.embeddedEventLoop.run()
            return channel
        }
        let one = try connect()
        let two = try connect()
        #expect(one.isActive && !two.isActive)
        _ = try one.finish(acceptAlreadyClosed: true)
        let three = try connect()
        #expect(three.isActive)
        _ = try three.finish(acceptAlreadyClosed: true)
    }
}
