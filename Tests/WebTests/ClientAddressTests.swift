import Testing
import Web

/// Where requests come from.
struct ClientAddressTests {
    @Test(
        arguments: [
            ("127.0.0.1", nil, "localhost:8000", ["host", "accept"], true),
            ("::1", nil, "[::1]:8000", [], true),
            ("::ffff:127.0.0.1", nil, "127.0.0.1", [], true),
            ("192.0.2.7", nil, "localhost", [], false),
            (nil, nil, "localhost", [], false),
            ("127.0.0.1", nil, "viva.example.com", [], false),
            ("127.0.0.1", nil, nil, [], false),
            ("127.0.0.1", "127.0.0.1", "localhost", ["X-Forwarded-For"], false),
            ("127.0.0.1", nil, "localhost", ["X-Forwarded-Proto"], false),
            ("127.0.0.1", nil, "localhost", ["X-Real-IP"], false),
            ("127.0.0.1", nil, "localhost", ["Forwarded"], false),
            ("127.0.0.1", nil, "localhost", ["via"], false),
        ] as [(String?, String?, String?, [String], Bool)])
    func thisMachine(
        peer: String?, forwarded: String?, authority: String?, headers: [String], isIt: Bool
    ) {
        let client = ClientAddress(peer: peer, forwarded: forwarded)
        #expect(client.isThisMachine(under: authority, headers: headers) == isIt)
    }
}
