import Testing
import Web

/// Which proxies are believed.
struct ProxyRuleTests {
    @Test(arguments: [
        ("127.0.0.1", true), ("::1", true), ("172.17.0.1", true), ("172.32.0.1", false), ("192.0.2.7", true),
        ("192.0.2.8", false), ("::ffff:172.17.0.1", true), ("fd12::3", true), ("fe80::1%eth0", false),
        ("nonsense", false), ("", false),
    ]) func whoIsNamedIsBelieved(address: String, isTrusted: Bool) {
        let rule = ProxyRule(["172.16.0.0/12", "192.0.2.7", "fd00::/8"])
        #expect(rule.trusts(address) == isTrusted)
        let client = ClientAddress(
            peer: address, headers: [("X-Forwarded-For", "198.51.100.1, 203.0.113.9")], proxies: rule)
        #expect((client.text == "203.0.113.9") == isTrusted)
        #expect(!isTrusted || !client.isLoopback)
    }

    @Test(arguments: [
        ("10.0.0.0/8", true), ("::/0", true), ("10.0.0.0/33", false), ("10.0.0", false), ("proxy", false),
        ("10.0.0.0/", false), ("::/-1", false),
    ]) func networksAreKnown(text: String, isOne: Bool) { #expect(ProxyRule.isAddress(text) == isOne) }
}
