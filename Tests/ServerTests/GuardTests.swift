import HTTPTypes
import Logging
import NIOConcurrencyHelpers
import Server
import ServerTestSupport
import Speech
import Testing
import Web

/// Keeps the lines of a log.
private struct LineHandler: LogHandler {
    let lines: NIOLockedValueBox<[String]>
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.error

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { lines.withLockedValue { $0.append("\(event.message)") } }
}

/// What is refused before an endpoint has to think of it, and what every answer says.
struct GuardTests {
    /// An endpoint that changes something.
    private static let write = Endpoint(
        .post, "/write", of: "test", "Write", name: "write", access: .everybody, reply: .nothing()
    ) { _ in }

    @Test(arguments: [
        ("127.0.0.1:1", 200), ("localhost", 200), ("LOCALHOST:99", 200), ("app.localhost:8000", 200),
        ("[::1]:8000", 200), ("127.9.9.9", 200), ("evil.example.com", 421), ("localhost.evil.com", 421),
        ("127.0.0.1.evil.com", 421), ("evil@localhost", 421), ("", 421), ("viva.example.com:8443", 200),
        ("a.b.example.org", 200),
    ])
    func onlyNamesOfTheServerAreAnswered(_ host: String, _ status: Int) async throws {
        try await withServer({ $0.allowedHosts = ["viva.example.com", ".example.org"] }) { server in
            let reply = try await server.send(.get, "/health", headers: ["Host": host])
            #expect(reply.status == status)
        }
    }

    @Test(
        "A path with a part that has no name is none",
        arguments: [
            "//health", "/health//", "//admin/", "/admin//", "//admin//people/", "/api//v1/interviews/",
            "/api/v1//interviews/?page=1", "//", "///health", "//api/v1/interviews/1/",
        ])
    func emptyParts(path: String) async throws {
        try await withServer { server in
            for method in [HTTPRequest.Method.get, .post, .delete] {
                let reply = try await server.send(method, path)
                #expect(reply.status == 404, "\(method) \(path): \(reply.text)")
                #expect(reply.json?["detail"] == "There is nothing at this address.")
            }
        }
    }

    @Test(
        arguments: [
            ([:], 204),
            (["Origin": "http://evil.example.com"], 403),
            (["Origin": "null"], 403),
            (["Origin": "http://localhost:8000"], 204),
            (["Origin": "https://localhost:8000"], 204),
            (["Origin": "http://localhost:8001"], 403),
            (["Origin": "https://app.example.com"], 204),
            (["Origin": "https://app.example.com", "Sec-Fetch-Site": "cross-site"], 204),
            (["Sec-Fetch-Site": "cross-site"], 403),
            (["Sec-Fetch-Site": "same-site"], 403),
            (["Sec-Fetch-Site": "same-origin"], 204),
            (["Sec-Fetch-Site": "none"], 204),
        ] as [([String: String], Int)])
    func pagesOfOtherSitesDoNotWrite(_ headers: [String: String], _ status: Int) async throws {
        let app: (inout ServerSettings) -> Void = { $0.corsOrigins = ["https://app.example.com"] }
        try await withServer(app, endpoints: [Self.write]) { server in
            let all = headers.merging(["Host": "localhost:8000"]) { $1 }
            let reply = try await server.send(.post, "/write", headers: all, body: "{}")
            #expect(reply.status == status)
            // What only reads may be asked by any page; without leave, its browser does not let it see the answer.
            let read = try await server.send(.get, "/health", headers: all)
            #expect(read.status == 200)
            let isAllowed = headers["Origin"] == "https://app.example.com"
            #expect((read.header("Access-Control-Allow-Origin") != nil) == isAllowed)
            #expect(read.header("Vary") == "Origin")
        }
    }

    @Test func preflightIsAnsweredForAllowedOriginsOnEveryPath() async throws {
        try await withServer({ $0.corsOrigins = ["https://app.example.com"] }) { server in
            let asks = ["Access-Control-Request-Method": "DELETE", "Origin": "https://app.example.com"]
            for path in ["/health", "/nothing/here", "/metrics"] {
                let reply = try await server.send(.options, path, headers: asks)
                #expect(reply.status == 204)
                #expect(reply.header("Access-Control-Allow-Origin") == "https://app.example.com")
                #expect(reply.header("Access-Control-Allow-Methods")?.contains("DELETE") == true)
                #expect(reply.header("Access-Control-Allow-Headers")?.contains("Authorization") == true)
            }
            let other = asks.merging(["Origin": "https://evil.example.com"]) { $1 }
            let refused = try await server.send(.options, "/health", headers: other)
            #expect(refused.status == 403)
            #expect(refused.header("Access-Control-Allow-Origin") == nil)
        }
    }

    @Test func methodsOfAPathAreTold() async throws {
        try await withServer { server in
            let options = try await server.send(.options, "/health")
            #expect(options.status == 204)
            #expect(options.header("Allow") == "GET, HEAD, OPTIONS")
            for method in [HTTPRequest.Method.post, .put, .patch, .delete, .trace, .query] {
                let reply = try await server.send(method, "/health", body: "{}")
                #expect(reply.status == 405)
                #expect(reply.header("Allow") == "GET, HEAD, OPTIONS")
            }
            let unknown = try #require(HTTPRequest.Method(rawValue: "PROPFIND"))
            #expect(try await server.send(unknown, "/health").status == 501)
        }
    }

    @Test func everyAnswerKeepsBrowsersFromGuessing() async throws {
        try await withServer { server in
            for path in ["/health", "/nothing"] {
                let reply = try await server.send(.get, path)
                #expect(reply.header("X-Content-Type-Options") == "nosniff")
                #expect(reply.header("Referrer-Policy") == "no-referrer")
                #expect(reply.header("Cache-Control") == "no-store")
                #expect(reply.header("Content-Security-Policy")?.contains("frame-ancestors 'none'") == true)
            }
        }
    }

    @Test(arguments: [
        "/a%2fb", "/a%2Fb", "/%2e%2e/etc", "/../etc", "/a/./b", "/%00", "/a%5cb", "/%ff", "/%", "/%4", "/%zz",
        "/a%0ab", "/health?name=%ff", "/health?a=%00", "/health?%zz=1",
    ])
    func addressesThatHideSomethingAreRefused(_ path: String) async throws {
        try await withServer { server in
            let reply = try await server.send(.get, path)
            #expect(reply.status == 400)
            #expect(reply.detail?.isEmpty == false)
        }
    }

    @Test func longAddressesAreRefused() async throws {
        try await withServer { server in
            let reply = try await server.send(.get, "/health?" + String(repeating: "a", count: 8200))
            #expect(reply.status == 414)
        }
    }

    @Test func slashesAtTheEndDoNotMatter() async throws {
        try await withServer { server in
            for path in ["/health/", "/health?unknown=1"] {
                let reply = try await server.send(.get, path)
                #expect(reply.status == 200)
            }
        }
    }

    @Test func addressesOfOneHouseholdAreCountedTogether() async throws {
        try await withServer({ $0.requestsPerMinute = 1 }) { server in
            func status(_ address: String) async throws -> Int {
                try await server.send(.get, "/health", headers: ["X-Forwarded-For": address]).status
            }
            let first = try await status("2001:db8:0:7::1")
            let second = try await status("2001:db8:0:7:ffff::2")
            let neighbour = try await status("2001:db8:0:8::1")
            #expect([first, second, neighbour] == [200, 429, 200])
        }
    }

    @Test func aFailureTellsNothingOfTheServer() async throws {
        struct Secret: Error, CustomStringConvertible {
            let description = "/home/ann/.viva/viva.sqlite is locked"
        }
        let fails = Endpoint(
            .get, "/fails", of: "test", "Fail", name: "fail", access: .everybody, reply: .nothing()
        ) { _ in throw Secret() }
        let lines = NIOLockedValueBox<[String]>([])
        let logger = Logger(label: "test") { _ in LineHandler(lines: lines) }
        try await withServer(endpoints: [fails], logger: logger) { server in
            let reply = try await server.send(.get, "/fails", headers: ["X-Request-ID": "one"])
            #expect(reply.status == 500 && reply.detail?.isEmpty == false)
            #expect(!reply.text.contains("sqlite") && reply.text.contains("\"request_id\":\"one\""))
        }
        #expect(lines.withLockedValue { $0 }.contains("/home/ann/.viva/viva.sqlite is locked"))
    }

    @Test func aNumberThatCannotBeReadIsRefusedInPlainWords() async throws {
        let form = RequestForm("Number", [RequestField<Double>("number", "A number.")])
        let echo = Endpoint(
            .post, "/number", of: "test", "Number", name: "number", access: .account, body: form,
            reply: .nothing()
        ) { _ in }
        try await withServer(endpoints: [echo]) { server in
            for number in ["1e400", String(repeating: "9", count: 900_000)] {
                let reply = try await server.send(.post, "/number", body: "{\"number\": \(number)}")
                #expect(reply.status == 400 && !reply.text.contains("Decoding") && reply.body.count < 1000)
            }
        }
    }

    @Test func bodiesThatEverybodyMaySendAreSmall() async throws {
        let form = RequestForm("Text", [RequestField<String>("text", "A text.")])
        let endpoints = [Endpoint.Access.everybody, .account].map { access in
            Endpoint(
                .post, "/\(access)", of: "test", "Text", name: "\(access)", access: access, body: form,
                reply: .nothing()
            ) { _ in }
        }
        try await withServer(endpoints: endpoints) { server in
            let long = "{\"text\": \"\(String(repeating: "a", count: 18_000))\"}"
            #expect(try await server.send(.post, "/everybody", body: long).status == 413)
            #expect(try await server.send(.post, "/account", body: long).status == 204)
            #expect(try await server.send(.post, "/everybody", body: "{\"text\": \"a\"}").status == 204)
            let many = "{" + (0..<60_000).map { "\"a\($0)\":1" }.joined(separator: ",") + "}"
            let refused = try await server.send(.post, "/account", body: many)
            #expect(refused.status == 400 && refused.body.count < 5000)
        }
    }

    @Test func addressesThatSendTooMuchAreRefusedAndThisMachineIsNot() async throws {
        try await withServer({ $0.requestsPerMinute = 1 }) { server in
            for _ in 0..<10 { #expect(try await server.send(.get, "/health").status == 200) }
            let forwarded = ["X-Forwarded-For": "198.51.100.7, 203.0.113.9"]
            #expect(try await server.send(.get, "/health", headers: forwarded).status == 200)
            let refused = try await server.send(.get, "/health", headers: forwarded)
            #expect(refused.status == 429)
            #expect(refused.header("Retry-After").flatMap { Int($0) }.map { (1...60).contains($0) } == true)
            let other = ["X-Forwarded-For": "203.0.113.9, 198.51.100.7"]
            #expect(try await server.send(.get, "/health", headers: other).status == 200)
        }
    }
}
