import Testing
import Web

/// Requests that name a host once.
struct RequestTargetTests {
    @Test(arguments: [
        ("/path", ["localhost"], true), ("/path", [], true), ("*", ["localhost"], true),
        ("/path", ["localhost", "localhost"], false), ("/path", ["localhost", "evil.example"], false),
        ("http://localhost:8000/path", ["LOCALHOST:8000"], true),
        ("http://evil.example/", ["localhost"], false),
        ("http://localhost", ["localhost"], true), ("http://evil.example?a=/", ["localhost"], false),
        ("/path?next=http://other.example/", ["localhost"], true),
    ])
    func hosts(target: String, hosts: [String], isOne: Bool) {
        #expect(RequestTarget.isOfOneHost(target, hosts: hosts) == isOne)
    }
}
