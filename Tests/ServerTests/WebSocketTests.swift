import FoundationEssentials
import HTTPTypes
import Logging
import NIOConcurrencyHelpers
import NIOCore
import Server
import ServerTestSupport
import Speech
import Testing

/// WebSockets on the port of the requests.
struct WebSocketTests {
    private static let echo = WebSocketEndpoint(
        "/echo", limitMessageBytes: 100_000, idleSeconds: 600,
        check: { opening in
            guard opening.value("ticket") != "bad" else { throw ServerTestRefusal() }
            return nil
        },
        run: { connection, inbox in
            while let message = try await inbox.next() {
                if message == .text("end") { return }
                if message == .text("fail") { throw ServerTestRefusal() }
                try await connection.send(message)
            }
        })

    private struct ServerTestRefusal: Error {}

    private static func with(
        _ settings: (inout ServerSettings) -> Void = { _ in },
        _ test: @escaping (TestServer) async throws -> Void
    ) async throws {
        try await withServer(settings, webSockets: [echo], test)
    }

    @Test(.timeLimit(.minutes(30))) func whatIsSaidComesBack() async throws {
        try await Self.with { server in
            let client = try await WebSocketClient(server, "/echo?ticket=good")
            try await client.send("Grüße")
            let text = try await client.next()
            #expect(text == WebSocketClient.Frame(code: 1, data: Array("Grüße".utf8)))
            for count in [0, 125, 126, 65_535, 65_536, 100_000] {
                let bytes = [UInt8](repeating: 7, count: count)
                try await client.write(WebSocketClient.frame(2, bytes))
                let reply = try await client.next()
                #expect(reply == WebSocketClient.Frame(code: 2, data: bytes))
            }
            // Pieces are put together, and a sign of life between them is answered at once.
            try await client.write(WebSocketClient.frame(1, [0x61], isLast: false))
            try await client.write(WebSocketClient.frame(9, [0x70]))
            try await client.write(WebSocketClient.frame(0, [0x62]))
            let pong = try await client.next()
            #expect(pong == WebSocketClient.Frame(code: 10, data: [0x70]))
            let whole = try await client.next()
            #expect(whole.text == "ab")
            try await client.send("end")
            let end = try await client.next()
            #expect(end.code == 8 && end.closeCode == 1000)
        }
    }

    @Test(.timeLimit(.minutes(30))) func whatIsSentWithTheRequestIsNotLost() async throws {
        try await Self.with { server in
            let client = try await WebSocketClient(
                server, "/echo", then: WebSocketClient.frame(1, [0x61]) + WebSocketClient.frame(1, [0x62]))
            let one = try await client.next()
            let two = try await client.next()
            #expect(one.text + two.text == "ab")
        }
    }

    @Test(
        .timeLimit(.minutes(30)),
        arguments: [
            (WebSocketClient.frame(1, [0x61], isMasked: false), 1002),
            (WebSocketClient.frame(0, [0x61]), 1002),
            (WebSocketClient.frame(1, [0x61], isLast: false) + WebSocketClient.frame(1, [0x61]), 1002),
            (WebSocketClient.frame(9, [0x61], isLast: false), 1002),
            (WebSocketClient.frame(9, [UInt8](repeating: 0, count: 126)), 1002),
            (WebSocketClient.frame(3, []), 1002),
            (WebSocketClient.frame(0x41, [0x61]), 1002),
            (WebSocketClient.frame(1, [0xFF]), 1007),
            (WebSocketClient.frame(2, [UInt8](repeating: 0, count: 100_001)), 1009),
            (
                WebSocketClient.frame(2, [UInt8](repeating: 0, count: 60_000), isLast: false)
                    + WebSocketClient.frame(0, [UInt8](repeating: 0, count: 60_000)), 1009
            ),
            (WebSocketClient.frame(8, [0x0F, 0xA1]), 4001),
            (WebSocketClient.frame(8, [0x00, 0x01]), 1002),
            (WebSocketClient.frame(8, []), 1000),
            (WebSocketClient.frame(1, Array("fail".utf8)), 1011),
        ] as [([UInt8], Int)])
    func theEndSaysWhy(_ bytes: [UInt8], _ code: Int) async throws {
        try await Self.with { server in
            let client = try await WebSocketClient(server, "/echo")
            try await client.write(bytes)
            let end = try await client.next()
            #expect(end.code == 8)
            #expect(end.closeCode == code)
            _ = try await client.readToEnd()
        }
    }

    @Test(
        .timeLimit(.minutes(30)),
        arguments: [
            (["Origin": "http://evil.example.com"], 403),
            (["Sec-Fetch-Site": "cross-site"], 403),
            (["Host": "evil.example.com"], 421),
            (["Sec-WebSocket-Version": "8"], 426),
            (["Sec-WebSocket-Key": "short"], 400),
            (["Sec-WebSocket-Key": ""], 400),
            (["Connection": "close"], 400),
        ] as [([String: String], Int)])
    func whoMayNotOpenOneIsToldWhy(_ headers: [String: String], _ status: Int) async throws {
        try await Self.with { server in
            let text = try await server.exchange(WebSocketClient.request("/echo", headers))
            #expect(text.hasPrefix("HTTP/1.1 \(status) "))
            #expect(text.contains("\"detail\":\""))
        }
    }

    @Test(.timeLimit(.minutes(30))) func aTicketIsAskedForBeforeItIsOpened() async throws {
        try await Self.with { server in
            let text = try await server.exchange(WebSocketClient.request("/echo?ticket=bad"))
            #expect(text.hasPrefix("HTTP/1.1 500 "))
            let own = try await WebSocketClient(
                server, "/echo", headers: ["Host": "localhost:1", "Origin": "http://localhost:1"])
            await own.drop()
        }
    }

    @Test(.timeLimit(.minutes(30))) func anUpgradeElsewhereIsARequest() async throws {
        try await Self.with { server in
            let text = try await server.exchange(WebSocketClient.request("/health"))
            #expect(text.hasPrefix("HTTP/1.1 200 ") && text.contains(#""status":"ok""#))
            let none = try await server.exchange(WebSocketClient.request("/nothing"))
            #expect(none.hasPrefix("HTTP/1.1 404 "))
        }
    }

    @Test(.timeLimit(.minutes(30))) func onlyTheFirstRequestOfAConnectionOpensOne() async throws {
        try await Self.with { server in
            let first = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
            let text = try await server.exchange(first + WebSocketClient.request("/echo"))
            #expect(text.contains("HTTP/1.1 426 ") && text.lowercased().contains("upgrade: websocket\r\n"))
            #expect(text.contains("the first request of a connection"))
        }
    }

    @Test(.timeLimit(.minutes(30))) func aRequestThatOpensNoneIsToldHowToOpenOne() async throws {
        try await Self.with { server in
            for path in ["/echo", "/echo/", "/echo?ticket=good"] {
                let reply = try await server.send(.get, path)
                #expect(reply.status == 426, "\(reply.text)")
                #expect(reply.header("Upgrade") == "websocket")
                #expect(reply.header("Connection")?.lowercased().contains("upgrade") == true)
                #expect(reply.header("Sec-WebSocket-Version") == "13")
                #expect(reply.json?["detail"]?.string?.contains("Upgrade: websocket") == true)
            }
            let posted = try await server.send(.post, "/echo", body: "{}")
            #expect(posted.status == 405)
            let old = try await server.exchange(
                WebSocketClient.request("/echo", ["Sec-WebSocket-Version": "8"]))
            #expect(old.lowercased().contains("\r\nupgrade: websocket\r\n"))
        }
    }

    @Test(.timeLimit(.minutes(30))) func whoIsRefusedIsInTheLogAndInTheFigures() async throws {
        let lines = NIOLockedValueBox<[String]>([])
        let logger = Logger(label: "test") { label in
            LogLines(label: label, format: .json, level: .info) { bytes in
                lines.withLockedValue { $0.append(String(decoding: bytes, as: UTF8.self)) }
            }
        }
        try await withServer({ $0.headSeconds = 1 }, webSockets: [Self.echo], logger: logger) { server in
            let refused = try await server.exchange(
                WebSocketClient.request(
                    "/echo?ticket=secret", ["Origin": "http://evil.example", "X-Request-ID": "client-7"]))
            #expect(refused.hasPrefix("HTTP/1.1 403 ") && refused.contains("X-Request-ID: client-7\r\n"))
            #expect(refused.contains(#""request_id":"client-7""#))
            let late = try await server.connect()
            try await late.write("GET /health HTTP/1.1\r\nHost: localhost\r\n")
            let timedOut = try await late.readToEnd()
            #expect(timedOut.hasPrefix("HTTP/1.1 408 "))
            let long = try await server.exchange(
                "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Long: \(String(repeating: "a", count: 20_000))\r\n\r\n"
            )
            #expect(long.hasPrefix("HTTP/1.1 431 "))
            let figures = try await server.send(.get, "/metrics").text
            for figure in [
                #"viva_http_requests_total{method="GET",path="/echo",status="403"} 1"#,
                #"viva_http_requests_total{method="other",path="other",status="408"} 1"#,
                #"viva_http_requests_total{method="other",path="other",status="431"} 1"#,
                "viva_http_requests_in_flight 1",
            ] {
                #expect(figures.contains(figure + "\n"), "\(figures)")
            }
            let told = try lines.withLockedValue { $0 }
                .map { try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) }
                .filter { $0["message"] == "request" }
            #expect(told.map { $0["status"]?.number } == [403, 408, 431, 200])
            #expect(told.first?["id"] == "client-7" && told.first?["path"] == "/echo")
            for (line, answer) in zip(told.dropFirst(), [timedOut, long]) {
                let id = try #require(line["id"]?.string)
                #expect(answer.contains("X-Request-ID: \(id)\r\n"))
                #expect(answer.contains("\"request_id\":\"\(id)\""))
                #expect((line["bytes"]?.number ?? 0) > 10)
            }
            #expect((told[1]["milliseconds"]?.number ?? 0) > 500, "It took as long as the head had.")
        }
    }

    @Test(.timeLimit(.minutes(30))) func aClientThatSaysNothingIsAskedAndLetGo() async throws {
        let quick = WebSocketEndpoint(
            "/quick", idleSeconds: 6, check: { _ in nil },
            run: { connection, inbox in
                while let message = try await inbox.next() { try await connection.send(message) }
            })
        try await withServer(webSockets: [quick]) { server in
            let client = try await WebSocketClient(server, "/quick")
            // It is asked whether it is still there, and does not answer.
            let ping = try await client.next()
            #expect(ping.code == 9)
            let end = try await client.next()
            #expect(end.closeCode == 1008)
        }
    }

    @Test(.timeLimit(.minutes(30))) func theEndOfTheServerIsTold() async throws {
        let client = NIOLockedValueBox<WebSocketClient?>(nil)
        try await Self.with { server in
            let silent = try await server.connect()
            let open = try await WebSocketClient(server, "/echo")
            client.withLockedValue { $0 = open }
            server.running.stop()
            let end = try await open.next()
            #expect(end.closeCode == 1001)
            _ = try await open.readToEnd()
            _ = try await silent.readToEnd()
        }
    }

    @Test(.timeLimit(.minutes(30))) func whoDoesNotReadIsNotReadFrom() async throws {
        let sent = NIOLockedValueBox(0)
        let (released, release) = AsyncStream.makeStream(of: Void.self)
        let slow = WebSocketEndpoint(
            "/slow", idleSeconds: 600, check: { _ in nil },
            run: { _, inbox in
                for await _ in released { break }
                while try await inbox.next() != nil { sent.withLockedValue { $0 += 1 } }
            })
        try await withServer(webSockets: [slow]) { server in
            let client = try await WebSocketClient(server, "/slow")
            let message = WebSocketClient.frame(2, [UInt8](repeating: 0, count: 1_000_000))
            // What the systems hold for both sides is a few megabytes: the rest waits at the client.
            let writing = Task { for _ in 0..<24 { try await client.write(message) } }
            try await Task.sleep(for: .milliseconds(500))
            #expect(sent.withLockedValue { $0 } == 0)
            release.yield()
            try await writing.value
            try await client.write(WebSocketClient.frame(8, [0x03, 0xE8]))
            let end = try await client.next()
            #expect(end.closeCode == 1000)
            // The last one may still be on its way from the connection to the work.
            while sent.withLockedValue({ $0 }) < 24 { try await Task.sleep(for: .milliseconds(5)) }
            #expect(sent.withLockedValue { $0 } == 24)
        }
    }

    @Test(.timeLimit(.minutes(30))) func whileItIsFoundOutWhoAsksNothingMoreIsRead() async throws {
        let (allowed, allow) = AsyncStream.makeStream(of: Void.self)
        let heard = NIOLockedValueBox(0)
        let sent = NIOLockedValueBox(0)
        let slow = WebSocketEndpoint(
            "/slow", idleSeconds: 600,
            check: { _ in
                for await _ in allowed { break }
                return nil
            },
            run: { connection, inbox in
                while try await inbox.next() != nil { heard.withLockedValue { $0 += 1 } }
            })
        try await withServer(webSockets: [slow]) { server in
            let connection = try await server.connect()
            try await connection.write(WebSocketClient.request("/slow"))
            let message = WebSocketClient.frame(2, [UInt8](repeating: 0, count: 1_000_000))
            let writing = Task {
                for _ in 0..<48 {
                    try await connection.write(message)
                    sent.withLockedValue { $0 += 1 }
                }
            }
            try await Task.sleep(for: .seconds(1))
            // What the systems hold for both sides is a few megabytes.
            #expect(sent.withLockedValue { $0 } < 40)
            allow.yield()
            try await connection.read(until: "HTTP/1.1 101 ")
            try await writing.value
            while heard.withLockedValue({ $0 }) < 48 { try await Task.sleep(for: .milliseconds(5)) }
            #expect(heard.withLockedValue { $0 } == 48)
            await connection.close()
        }
    }

    @Test(.timeLimit(.minutes(30))) func whoIsLookedAtWhenTheServerEndsHoldsNobodyUp() async throws {
        let (asked, tell) = AsyncStream<Void>.makeStream()
        let (answers, answer) = AsyncStream<Void>.makeStream()
        let slow = WebSocketEndpoint(
            "/slow", idleSeconds: 600,
            check: { _ in
                tell.finish()
                for await _ in answers {}
                return nil
            },
            run: { _, inbox in while try await inbox.next() != nil {} })
        // The server waits ten minutes for whoever is there when it ends.
        try await withServer(webSockets: [slow]) { server in
            let connection = try await server.connect()
            try await connection.write(WebSocketClient.request("/slow"))
            for await _ in asked {}
            server.running.stop()
            // Nobody else is let in: the connections that are there were told.
            while (try? await server.connect()) != nil { try await Task.sleep(for: .milliseconds(20)) }
            answer.finish()
            let text = try await connection.readToEnd()
            // It is refused, or told as soon as it is there.
            #expect(text.hasPrefix("HTTP/1.1 503 ") || text.contains("The server ends."), "\(text)")
        }
    }
}
