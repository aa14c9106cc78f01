import FoundationEssentials
import HTTPTypes
import Logging
import NIOConcurrencyHelpers
import Server
import ServerTestSupport
import Speech
import Testing
import Web

/// What the log, the figures and the page say of a server.
struct WatchingTests {
    private static func logger(
        _ lines: NIOLockedValueBox<[String]>, _ format: ServerSettings.LogFormat,
        _ level: Logger.Level = .info
    ) -> Logger {
        Logger(label: "test") { label in
            LogLines(label: label, format: format, level: level) { bytes in
                lines.withLockedValue { $0.append(String(decoding: bytes, as: UTF8.self)) }
            }
        }
    }

    @Test func everyRequestHasALineWithoutItsQueryAndBody() async throws {
        let lines = NIOLockedValueBox<[String]>([])
        try await withServer(logger: Self.logger(lines, .json)) { server in
            let id = ["X-Request-ID": "client-1_2.3"]
            let taken = try await server.send(.get, "/health?token=secret", headers: id)
            #expect(taken.header("X-Request-ID") == "client-1_2.3")
            for bad in [String(repeating: "a", count: 65), "a b", "ä", "<x>"] {
                let reply = try await server.send(.get, "/nothing/secret", headers: ["X-Request-ID": bad])
                #expect(reply.header("X-Request-ID").flatMap { UUID(uuidString: $0) } != nil)
                #expect(reply.json?["request_id"] == reply.header("X-Request-ID").map { .text($0) })
            }
        }
        let requests = try lines.withLockedValue { $0 }
            .map { try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) }
            .filter { $0["message"] == "request" }
        #expect(requests.count == 5)
        let first = try #require(requests.first)
        #expect(first["id"] == "client-1_2.3")
        #expect(first["method"] == "GET" && first["path"] == "/health" && first["status"] == 200)
        #expect(first["account"] == "none" && first["level"] == "info")
        guard case .number(let milliseconds)? = first["milliseconds"],
            case .number(let bytes)? = first["bytes"]
        else {
            Issue.record("there are no numbers")
            return
        }
        #expect(milliseconds >= 0 && bytes > 10)
        #expect(lines.withLockedValue { $0 }.contains { $0.hasSuffix("\"status\":200}\n") })
        #expect(requests.last?["path"] == "other")
        #expect(!lines.withLockedValue { $0 }.joined().contains("secret"))
    }

    @Test func linesForPeopleAreOneLine() {
        let lines = NIOLockedValueBox<[String]>([])
        var logger = Self.logger(lines, .text)
        logger[metadataKey: "b"] = "two words"
        logger.info("first\nsecond\u{1B}[31m", metadata: ["a": "1", "c": "x\ny"])
        logger.debug("not told")
        let all = lines.withLockedValue { $0 }
        #expect(all.count == 1)
        #expect(all[0].hasSuffix(#" info first second [31m a=1 b="two words" c="x\ny""# + "\n"))
    }

    @Test func figuresCountRequests() async throws {
        try await withServer { server in
            for _ in 0..<3 { _ = try await server.send(.get, "/health") }
            _ = try await server.send(.post, "/health", body: "{}")
            _ = try await server.send(.get, "/nothing/here")
            let reply = try await server.send(.get, "/metrics")
            #expect(reply.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
            let lines = reply.text.split(separator: "\n")
            for line in [
                #"viva_http_requests_total{method="GET",path="/health",status="200"} 3"#,
                #"viva_http_requests_total{method="POST",path="/health",status="405"} 1"#,
                #"viva_http_requests_total{method="GET",path="other",status="404"} 1"#,
                #"viva_http_request_duration_seconds_bucket{le="+Inf",method="GET",path="/health"} 3"#,
                #"viva_http_request_duration_seconds_count{method="GET",path="/health"} 3"#,
                "viva_http_requests_in_flight 1", "viva_websockets 0", "viva_http_connections_total 6",
            ] {
                #expect(lines.contains(Substring(line)), "\(line)")
            }
            for name in ["process_cpu_seconds_total", "process_resident_memory_bytes", "process_open_fds"] {
                let value = lines.first { $0.hasPrefix(name + " ") }?.split(separator: " ").last
                #expect(value.flatMap { Double($0) }.map { $0 > 0 } == true)
            }
            // Every line is a comment or a figure of a name that was told before.
            var told: Set<Substring> = []
            for line in lines {
                if line.hasPrefix("# TYPE ") { told.insert(line.split(separator: " ")[2]) }
                guard !line.hasPrefix("#") else { continue }
                let name = line.prefix { $0 != "{" && $0 != " " }
                let family = ["_bucket", "_sum", "_count"].first { name.hasSuffix($0) }
                #expect(told.contains(name) || told.contains(name.dropLast(family?.count ?? 0)), "\(line)")
                #expect(line.split(separator: " ").last.flatMap { Double($0) } != nil, "\(line)")
            }
        }
    }

    @Test func figuresAreForThisMachineUnlessTheyAreOpen() async throws {
        let forwarded = ["X-Forwarded-For": "203.0.113.9"]
        try await withServer { server in
            let reply = try await server.send(.get, "/metrics", headers: forwarded)
            #expect(reply.status == 403)
        }
        try await withServer({ $0.metricsAreOpen = true }) { server in
            let reply = try await server.send(.get, "/metrics", headers: forwarded)
            #expect(reply.status == 200)
        }
    }

    @Test func thePageHasEveryOperationAndRunsNothing() async throws {
        try await withServer { server in
            let reply = try await server.send(.get, "/docs")
            #expect(reply.status == 200)
            for operation in server.server.endpoints.map(\.operation) {
                let summary = HTMLText.escaped(operation.summary)
                #expect(reply.text.contains("<code>\(operation.path)</code> \(summary)"))
            }
            #expect(reply.text.contains("id=\"object-Health\""))
            #expect(!reply.text.contains("<script") && !reply.text.contains("style=\""))
            #expect(!reply.text.contains("http://") && !reply.text.contains("https://"))
            let policy = try #require(reply.header("Content-Security-Policy"))
            #expect(policy.contains("default-src 'none'") && policy.contains("style-src 'sha256-"))
        }
    }
}
