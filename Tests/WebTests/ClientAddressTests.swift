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
            ("127.0.0.1", "127.0.0.1", "localhost", [], false),
            ("127.0.0.1", nil, "localhost", ["X-Forwarded-Proto"], false),
            ("127.0.0.1", nil, "localhost", ["X-Real-IP"], false),
            ("127.0.0.1", nil, "localhost", ["Forwarded"], false),
            ("127.0.0.1", nil, "localhost", ["via"], false),
            ("127.0.0.1", nil, "localhost", ["X-Forwarded-Host"], false),
            ("127.0.0.1", nil, "localhost", ["X-Forwarded"], false),
            ("127.0.0.1", nil, "localhost", ["X-Client-IP"], false),
            ("127.0.0.1", nil, "localhost", ["Client-IP"], false),
            ("127.0.0.1", nil, "localhost", ["CF-Connecting-IP"], false),
            ("127.0.0.1", nil, "localhost", ["CF-Ray"], false),
            ("127.0.0.1", nil, "localhost", ["CDN-Loop"], false),
            ("127.0.0.1", nil, "localhost", ["True-Client-IP"], false),
            ("127.0.0.1", nil, "localhost", ["X-Cluster-Client-IP"], false),
            ("127.0.0.1", nil, "localhost", ["Fastly-Client-IP"], false),
            ("127.0.0.1", nil, "localhost", ["X-Original-Forwarded-For"], false),
            ("127.0.0.1", nil, "localhost", ["X-Envoy-External-Address"], false),
            ("127.0.0.1", nil, "localhost", ["X-Request-ID", "User-Agent", "Cookie"], true),
        ] as [(String?, String?, String?, [String], Bool)])
    func thisMachine(
        peer: String?, forwarded: String?, authority: String?, headers: [String], isIt: Bool
    ) {
        let sent = headers.map { (name: $0, value: "203.0.113.9") }
        let proxied = forwarded.map { [(name: "X-Forwarded-For", value: $0)] } ?? []
        let client = ClientAddress(peer: peer, headers: sent + proxied)
        #expect(client.isThisMachine(under: authority) == isIt)
    }

    @Test(
        arguments: [
            (["X-Forwarded-For": "203.0.113.9, 198.51.100.7"], "198.51.100.7", false),
            (["X-Forwarded-For": "198.51.100.7", "X-Real-IP": "203.0.113.9"], "198.51.100.7", false),
            // What is not said in that header may be the client's own words.
            (["X-Real-IP": "203.0.113.9"], "unknown", false), (["Via": "1.1 proxy"], "unknown", false),
            (["Accept": "*/*"], "127.0.0.1", true),
        ])
    func whoAsksThroughAProxyOfThisMachineIsNotThisMachine(
        headers: [String: String], text: String, isLoopback: Bool
    ) {
        let sent = headers.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        let client = ClientAddress(peer: "127.0.0.1", headers: sent)
        #expect(client.text == text)
        #expect(client.isLoopback == isLoopback)
        #expect(ClientAddress(peer: "192.0.2.7", headers: sent).text == "192.0.2.7")
    }
}
