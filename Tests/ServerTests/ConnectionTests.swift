import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOConcurrencyHelpers
import NIOCore
import Server
import ServerTestSupport
import Service
import Testing
import Web

/// Slow, broken and strange clients, and the end of the server.
struct ConnectionTests {
    private static let text = RequestField<String>("text", "A text.")
    private static let form = RequestForm("Echo", [text])
    private static let reply = ReplyForm<String>("EchoReply", [ReplyField("text", "The text.") { $0 }])
    private static let echo = Endpoint(
        .post, "/echo", of: "test", "Echo", name: "echo", access: .account, body: form, reply: .one(reply)
    ) { $0.body[text] }

    private static func head(_ line: String, _ more: String = "") -> String {
        "\(line) HTTP/1.1\r\nHost: localhost\r\n\(more)\r\n"
    }

    private static func isRefusal(_ text: String, _ status: Int) -> Bool {
        text.hasPrefix("HTTP/1.1 \(status) ") && text.contains("\"detail\":\"") && text.hasSuffix("}")
            && text.lowercased().contains("connection: close")
    }

    @Test(.timeLimit(.minutes(30))) func aHeadThatComesTooSlowlyIsNotWaitedFor() async throws {
        try await withServer({
            $0.headSeconds = 10
            $0.idleSeconds = 600
        }) { server in
            let connection = try await server.connect()
            try await connection.write("GET /health HTTP/1.1\r\nHost: localhost\r\n")
            let drip = Task {
                while !Task.isCancelled {
                    try await connection.write("X-Slow: 1\r\n")
                    try await Task.sleep(for: .milliseconds(200))
                }
            }
            let text = try await connection.readToEnd()
            drip.cancel()
            #expect(Self.isRefusal(text, 408))
        }
    }

    @Test(.timeLimit(.minutes(30))) func connectionsThatSayNothingAreClosed() async throws {
        try await withServer({ ($0.headSeconds, $0.idleSeconds) = (2, 600) }) { server in
            let silent = try await server.connect()
            let said = try await silent.readToEnd()
            #expect(said.isEmpty)
        }
        try await withServer({ ($0.headSeconds, $0.idleSeconds) = (600, 10) }) { server in
            let kept = try await server.connect()
            try await kept.write(Self.head("GET /health"))
            let text = try await kept.readToEnd()
            #expect(text.hasPrefix("HTTP/1.1 200 "))
            let half = try await server.connect()
            try await half.write(Self.head("POST /health", "Content-Length: 100\r\n") + "{")
            _ = try await half.readToEnd()
        }
    }

    @Test(
        .timeLimit(.minutes(30)),
        arguments: [
            "GARBAGE\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /health HTTP/1.1\r\nBad Header: 1\r\n\r\n",
            "GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
            "POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
            "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\u{fc}\u{3}\u{3}",
        ])
    func whatIsNoRequestIsRefused(_ text: String) async throws {
        try await withServer { server in
            let answer = try await server.exchange(text)
            #expect(Self.isRefusal(answer, 400))
            #expect(try await server.send(.get, "/health").status == 200)
        }
    }

    @Test(
        .timeLimit(.minutes(30)),
        arguments: [
            "GET /health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
            "GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: localhost\r\nhost: localhost\r\nContent-Length: 2\r\n\r\n{}",
        ])
    func aRequestNamesOneHost(_ text: String) async throws {
        try await withServer { server in
            let answer = try await server.exchange(text)
            #expect(Self.isRefusal(answer, 400))
            // What was asked before it on the connection is answered, and what follows is not.
            let three = try await server.exchange(Self.head("GET /health") + text + Self.head("GET /health"))
            #expect(three.components(separatedBy: "HTTP/1.1 ").dropFirst().map { $0.prefix(3) } == ["200"])
            let whole = try await server.exchange(
                "GET http://localhost/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(whole.hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test(.timeLimit(.minutes(30))) func headersMayNotBeLargerThanTheLimit() async throws {
        try await withServer { server in
            let text = try await server.exchange(
                Self.head("GET /health", "X-Long: \(String(repeating: "a", count: 20_000))\r\n"))
            #expect(Self.isRefusal(text, 431))
        }
    }

    @Test(.timeLimit(.minutes(30))) func bodiesThatBreakOffAreRefused() async throws {
        try await withServer(endpoints: [Self.echo]) { server in
            let text = try await server.exchange(
                Self.head("POST /echo", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n")
                    + "5\r\n{\"tex\r\nnot a length\r\n")
            #expect(Self.isRefusal(text, 400))
        }
    }

    @Test(arguments: [
        #"{"text": "\#(String(repeating: "a", count: 3000))"}"#: 413,
        "{\"text\"": 400, "": 400, "[]": 400, "{\"text\": 1e999}": 400, "{\"text\": \"\\ud800\"}": 400,
        "\u{FEFF}{}": 400, "{\"text\": \"a\u{0}b\"}": 400, "{\"text\": \"a\\u0000b\"}": 400,
        String(repeating: "[", count: 10_000): 400,
        String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000): 400,
        #"{"text": "a"}"#: 200,
    ])
    func bodiesAreRefusedOrRead(_ body: String, _ status: Int) async throws {
        let limit: (inout ServerSettings) -> Void = { $0.limitBodyBytes = status == 413 ? 2000 : 1 << 20 }
        try await withServer(limit, endpoints: [Self.echo]) { server in
            let reply = try await server.send(.post, "/echo", body: body)
            #expect(reply.status == status)
        }
    }

    @Test(.timeLimit(.minutes(30))) func bodiesThatAreNotUTF8AreRefused() async throws {
        try await withServer(endpoints: [Self.echo]) { server in
            let connection = try await server.connect()
            let more = "Content-Type: application/json\r\nContent-Length: 13\r\nConnection: close\r\n"
            try await connection.write(
                Array(Self.head("POST /echo", more).utf8) + Array("{\"text\": \"".utf8) + [0xFF]
                    + Array("\"}".utf8))
            let text = try await connection.readToEnd()
            #expect(Self.isRefusal(text, 400))
            #expect(text.contains("not UTF-8"))
        }
    }

    @Test func otherMediaTypesAreRefused() async throws {
        try await withServer(endpoints: [Self.echo]) { server in
            for type in ["text/plain", "application/x-www-form-urlencoded", "nothing"] {
                let reply = try await server.send(
                    .post, "/echo", headers: ["Content-Type": type], body: #"{"text": "a"}"#)
                #expect(reply.status == 415)
            }
        }
    }

    @Test(.timeLimit(.minutes(30))) func aBodyIsAskedForWhereTheClientWaits() async throws {
        try await withServer(endpoints: [Self.echo]) { server in
            let connection = try await server.connect()
            try await connection.write(
                Self.head(
                    "POST /echo",
                    "Content-Type: application/json\r\nContent-Length: 13\r\nExpect: 100-continue\r\n"))
            let leave = try await connection.read(until: "\r\n\r\n")
            #expect(leave.hasPrefix("HTTP/1.1 100 Continue\r\n"))
            try await connection.write(#"{"text": "a"}"#)
            let text = try await connection.read(until: #"{"text":"a"}"#)
            #expect(text.contains("HTTP/1.1 200 OK\r\n"))
        }
    }

    @Test(.timeLimit(.minutes(30))) func aBodyThatIsRefusedIsNotAskedFor() async throws {
        let refusing = Endpoint(
            .post, "/refusing", of: "test", "Refuse", name: "refuse", access: .everybody,
            upload: UploadForm("Refused", [], files: [UploadField("file", "A file.", limitBytes: 100)]),
            reply: .one(ReplyForm<String>("Refused", [ReplyField("told", "Nothing.") { $0 }])),
            admit: { _ in throw ServiceError.busy(retryAfterSeconds: 1, reason: "Too much waits.") }
        ) { _ in "" }
        try await withServer(endpoints: [refusing]) { server in
            let connection = try await server.connect()
            try await connection.write(
                Self.head(
                    "POST /refusing",
                    "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n"
                ))
            let text = try await connection.readToEnd()
            #expect(text.hasPrefix("HTTP/1.1 503 "))
        }
    }

    @Test(.timeLimit(.minutes(30))) func requestsInARowAreAnsweredInARow() async throws {
        try await withServer(endpoints: [Self.echo]) { server in
            let body = #"{"text": "1"}"#
            let one =
                Self.head("POST /echo", "Content-Type: application/json\r\nContent-Length: 13\r\n") + body
            let last = Self.head("GET /nothing", "Connection: close\r\n")
            let text = try await server.exchange(one + Self.head("GET /health") + last + one)
            #expect(
                text.components(separatedBy: "HTTP/1.1 ").dropFirst().map { $0.prefix(3) } == [
                    "200", "200", "404",
                ])
        }
    }

    @Test(.timeLimit(.minutes(30))) func headHasTheLengthAndNoBody() async throws {
        try await withServer { server in
            let get = try await server.send(.get, "/health")
            let text = try await server.exchange(Self.head("HEAD /health", "Connection: close\r\n"))
            #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n") && text.hasSuffix("\r\n\r\n"))
            #expect(text.lowercased().contains("content-length: \(get.body.count)\r\n"))
        }
    }

    @Test(.timeLimit(.minutes(30))) func anUpgradeThatIsNotSpokenIsAnsweredAsARequest() async throws {
        try await withServer { server in
            let text = try await server.exchange(
                Self.head(
                    "GET /health",
                    "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n"
                ))
            #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(text.contains(#""status":"ok""#))
        }
    }

    @Test(.timeLimit(.minutes(30))) func theEndWaitsForAnswersAndForNothingElse() async throws {
        let (arrived, arrive) = AsyncStream.makeStream(of: Void.self)
        let (released, release) = AsyncStream.makeStream(of: Void.self)
        let slow = Endpoint(
            .get, "/slow", of: "test", "Slow", name: "slow", access: .everybody, reply: .one(Self.reply)
        ) { _ in
            arrive.yield()
            for await _ in released { break }
            return "done"
        }
        let kept = NIOLockedValueBox<[RawConnection]>([])
        let text = try await withServer(endpoints: [slow]) { server in
            let silent = try await server.connect()
            let half = try await server.connect()
            try await half.write("GET /health HTTP/1.1\r\n")
            let idle = try await server.connect()
            try await idle.write(Self.head("GET /health"))
            try await idle.read(until: "}")
            let busy = try await server.connect()
            try await busy.write(Self.head("GET /slow"))
            for await _ in arrived { break }
            kept.withLockedValue { $0 = [silent, half, idle, busy] }
            server.running.stop()
            // Those that nothing is owed are closed while the answer is still made.
            _ = try await silent.readToEnd()
            _ = try await half.readToEnd()
            _ = try await idle.readToEnd()
            release.yield()
            return try await busy.readToEnd()
        }
        #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n") && text.hasSuffix(#"{"text":"done"}"#))
        #expect(text.lowercased().contains("connection: close"))
    }

    @Test(.timeLimit(.minutes(30))) func theEndDoesNotWaitLongerThanTheSettingsSay() async throws {
        let never = Endpoint(
            .get, "/never", of: "test", "Never", name: "never", access: .everybody, reply: .one(Self.reply)
        ) { _ in
            try await Task.sleep(for: .seconds(3600))
            return "never"
        }
        try? await withServer({ $0.shutdownSeconds = 1 }, endpoints: [never]) { server in
            let connection = try await server.connect()
            try await connection.write(Self.head("GET /never"))
            try await connection.write(Self.head("GET /health"))
        }
    }
}
