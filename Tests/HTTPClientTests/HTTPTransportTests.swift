import Foundation
import Synchronization
import TestSupport
import Testing

@testable import HTTPClient

@Suite(.enabled(if: LoopbackServer.isAvailable)) struct HTTPTransportTests {
    private let transport: HTTPTransport

    init() throws { transport = try HTTPTransport() }

    /// How a request fails.
    private func reason(_ request: HTTPRequest) async throws -> HTTPError.Reason? {
        do throws(HTTPError) {
            let response = try await transport.send(request)
            Issue.record("answered \(response.status) with \(response.body.count) bytes")
            return nil
        } catch {
            return error.reason
        }
    }

    private func log(_ server: LoopbackServer) async throws -> [LoopbackServer.Received] {
        let response = try await transport.send(HTTPRequest(.get, server.url("log")))
        return try JSONDecoder().decode([LoopbackServer.Received].self, from: Data(response.body))
    }

    @Test func anAnswerComesWithStatusHeadersAndBody() async throws {
        try await LoopbackServer.run { server async throws in
            let response = try await transport.send(HTTPRequest(.get, server.url("heads")))
            #expect(response.status == 200 && response.isSuccess)
            #expect(response.text == "hello")
            #expect(response.headers["x-LAST"] == "yes")
            #expect(response.headers["X-Early"] == nil)
            #expect(response.headers["X-Trailer"] == nil)
            #expect(
                response.headers.fields.filter { $0.name.lowercased() == "x-twice" }.map(\.value) == [
                    "a", "b",
                ])
        }
    }

    @Test func everyStatusIsAnAnswer() async throws {
        try await LoopbackServer.run { server async throws in
            for status in [201, 204, 301, 304, 400, 401, 404, 418, 500, 503] {
                let response = try await transport.send(HTTPRequest(.get, server.url("status/\(status)")))
                #expect(response.status == status)
                #expect(response.isSuccess == (status < 300))
            }
        }
    }

    @Test func whatIsSentArrivesAsItIs() async throws {
        try await LoopbackServer.run { server async throws in
            let bytes = (0...255).map { UInt8($0) } + [0x0D, 0x0A]
            for method in HTTPRequest.Method.allCases {
                let body =
                    method == .get || method == .head ? HTTPBody.none : .bytes(bytes, contentType: "a/b")
                _ = try await transport.send(
                    HTTPRequest(
                        method, server.url("bytes/3"), headers: ["X-Own": "value", "X-Empty": ""], body: body)
                )
            }
            let received = try await log(server)
            #expect(received.map(\.method) == HTTPRequest.Method.allCases.map(\.rawValue))
            for one in received {
                #expect(one.field("x-own") == "value")
                #expect(one.field("x-empty") == "")
                #expect(one.field("user-agent") == "viva")
                #expect(one.field("expect") == nil)
                let hasBody = one.method != "GET" && one.method != "HEAD"
                #expect(one.field("content-type") == (hasBody ? "a/b" : nil))
                #expect(one.body.unicodeScalars.map { UInt8($0.value) } == (hasBody ? bytes : []))
            }
        }
    }

    @Test func aFormArrivesWithItsPartsAndALargeOneWithoutWaiting() async throws {
        try await LoopbackServer.run { server async throws in
            let large = [UInt8](repeating: 0x61, count: 3 << 20)
            let parts = [
                MultipartPart(name: "model", text: "größer"),
                MultipartPart(name: "file", fileName: "a\"b.wav", contentType: "audio/wav", bytes: large),
            ]
            let response = try await transport.send(
                HTTPRequest(.post, server.url("bytes/1"), body: .multipart(parts)))
            #expect(response.isSuccess)
            let received = try #require(try await log(server).first)
            let type = try #require(received.field("content-type"))
            #expect(type.hasPrefix("multipart/form-data; boundary=viva-"))
            #expect(received.body.utf16.count > large.count)
            #expect(
                received.body.contains(
                    "form-data; name=\"file\"; filename=\"a%22b.wav\"\r\nContent-Type: audio/wav\r\n"))
        }
    }

    /// The server answers when all of them are there.
    @Test func severalRequestsRunSideBySide() async throws {
        try await LoopbackServer.run { server async throws in
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        try await transport.send(HTTPRequest(.get, server.url("meet/12"))).text
                    }
                }
                for try await text in group { #expect(text == "met") }
            }
        }
    }

    @Test func aSlowHeadStopsAtTheWholeLimit() async throws {
        try await LoopbackServer.run { server async throws in
            let limits = HTTPLimits(whole: .milliseconds(600), stall: .milliseconds(200))
            let reason = try await reason(HTTPRequest(.get, server.url("slow-head"), limits: limits))
            #expect(reason == .timedOut(limit: .milliseconds(600), receivedBytes: 0))
        }
    }

    @Test(arguments: ["stall", "trickle"]) func aBodyThatStandsStillIsGivenUp(path: String) async throws {
        try await LoopbackServer.run { server async throws in
            let limits = HTTPLimits(whole: .seconds(250), stall: .seconds(1), stallBytesPerSecond: 100)
            guard
                case .stalled(.seconds(1), let bytes) = try await reason(
                    HTTPRequest(.get, server.url(path), limits: limits))
            else {
                Issue.record("not a stall")
                return
            }
            #expect(bytes >= (path == "stall" ? 1 : 0) && bytes < 1000)
        }
    }

    @Test func thinkingIsNoStall() async throws {
        try await LoopbackServer.run { server async throws in
            let limits = HTTPLimits(stall: .milliseconds(300), stallBytesPerSecond: 1000)
            let body = HTTPBody.bytes([1, 2, 3], contentType: "a/b")
            let request = HTTPRequest(.post, server.url("think/2"), body: body, limits: limits)
            #expect(try await transport.send(request).text == "thought")
        }
    }

    @Test func aServerThatTakesNoBodyIsGivenUp() async throws {
        try await LoopbackServer.run { server async throws in
            let body = HTTPBody.bytes([UInt8](repeating: 1, count: 32 << 20), contentType: "a/b")
            let limits = HTTPLimits(whole: .seconds(250), stall: .seconds(1))
            let reason = try await reason(HTTPRequest(.post, server.url("deaf"), body: body, limits: limits))
            #expect(reason == .stalled(duration: .seconds(1), receivedBytes: 0))
        }
    }

    @Test(arguments: [("cut", 10), ("cut-chunked", 5), ("bad-chunk", 0), ("resets/9", 0)])
    func aConnectionThatEndsEarlyIsBrokenOff(path: String, bytes: Int) async throws {
        try await LoopbackServer.run { server async throws in
            guard case .brokenOff(bytes, _) = try await reason(HTTPRequest(.get, server.url(path))) else {
                Issue.record("not broken off")
                return
            }
        }
    }

    @Test func moreThanWasPromisedIsNotTaken() async throws {
        try await LoopbackServer.run { server async throws in
            #expect(try await transport.send(HTTPRequest(.get, server.url("short-length"))).text == "hello")
            #expect(try await transport.send(HTTPRequest(.get, server.url("bytes/2"))).body == [0, 1])
        }
    }

    @Test(arguments: ["endless", "promise", "bytes/5001"]) func anAnswerTooLargeIsRefused(path: String)
        async throws
    {
        try await LoopbackServer.run { server async throws in
            let request = HTTPRequest(.get, server.url(path), limits: HTTPLimits(bodyBytes: 5000))
            #expect(try await reason(request) == .tooLarge(limitBytes: 5000))
        }
    }

    @Test func theLargestAllowedAnswerIsTaken() async throws {
        try await LoopbackServer.run { server async throws in
            let request = HTTPRequest(.get, server.url("bytes/5000"), limits: HTTPLimits(bodyBytes: 5000))
            #expect(try await transport.send(request).body.count == 5000)
        }
    }

    @Test func aHeadWithoutEndIsRefused() async throws {
        try await LoopbackServer.run { server async throws in
            let reason = try await reason(HTTPRequest(.get, server.url("long-head")))
            #expect(reason == .tooLarge(limitBytes: HTTPLimits.headBytes))
        }
    }

    @Test func whatIsNotHTTPIsABadAnswer() async throws {
        try await LoopbackServer.run { server async throws in
            guard case .badAnswer = try await reason(HTTPRequest(.get, server.url("garbage"))) else {
                Issue.record("not a bad answer")
                return
            }
        }
    }

    @Test func aClosedPortIsUnreachableAndAnUnknownHostUnresolved() async throws {
        var port = 0
        try await LoopbackServer.run { port = $0.port }
        let closed = try #require(URL(string: "http://127.0.0.1:\(port)/"))
        guard case .unreachable = try await reason(HTTPRequest(.get, closed)) else {
            Issue.record("reached a closed port")
            return
        }
        // RFC 6761 keeps "invalid" from ever being a host.
        let unknown = try #require(URL(string: "http://nowhere.invalid/"))
        let request = HTTPRequest(.get, unknown, limits: HTTPLimits(connect: .seconds(8)))
        switch try await reason(request) {
        case .unresolved(host: "nowhere.invalid"), .connectTimedOut: break
        case let other: Issue.record("\(String(describing: other))")
        }
    }

    @Test func aCancelledTaskEndsAtOnce() async throws {
        try await LoopbackServer.run { server async throws in
            for path in ["slow-head", "stall", "trickle"] {
                let task = Task { () async -> HTTPError.Reason? in
                    do throws(HTTPError) {
                        _ = try await transport.send(HTTPRequest(.get, server.url(path)))
                        return nil
                    } catch { return error.reason }
                }
                try await Task.sleep(for: .milliseconds(300))
                task.cancel()
                #expect(await task.value == .cancelled)
            }
        }
    }

    @Test func anAnswerDoesNotWaitForOtherCalls() async throws {
        try await LoopbackServer.run { server async throws in
            let patient = try HTTPTransport(pollMilliseconds: 300_000)
            let isOver = Mutex(false)
            let slow = Task {
                let limits = HTTPLimits(whole: .seconds(250))
                _ = try? await patient.send(HTTPRequest(.get, server.url("slow-head"), limits: limits))
                isOver.withLock { $0 = true }
            }
            while try await log(server).isEmpty { try await Task.sleep(for: .milliseconds(20)) }
            let answer = try await patient.send(HTTPRequest(.get, server.url("bytes/1")))
            #expect(answer.body == [0])
            #expect(!isOver.withLock { $0 })
            slow.cancel()
            await slow.value
        }
    }

    @Test func aTaskCancelledBeforehandAsksNothing() async throws {
        try await LoopbackServer.run { server async throws in
            // Over a connection that is open, a request goes out at once.
            _ = try await transport.send(HTTPRequest(.get, server.url("bytes/1")))
            let task = Task { () async -> HTTPError.Reason? in
                withUnsafeCurrentTask { $0?.cancel() }
                do throws(HTTPError) {
                    _ = try await transport.send(HTTPRequest(.get, server.url("bytes/1")))
                    return nil
                } catch { return error.reason }
            }
            #expect(await task.value == .cancelled)
            let received = try await log(server)
            #expect(received.count == 1)
        }
    }

    @Test(arguments: [
        "ftp://example.invalid/", "file:///etc/passwd", "http:///path", "javascript:alert(1)", "x",
        "gopher://a/",
    ])
    func otherAddressesAreRefused(text: String) async throws {
        let url = try #require(URL(string: text))
        guard case .invalidRequest = try await reason(HTTPRequest(.get, url)) else {
            Issue.record("\(text) was not refused")
            return
        }
    }

    @Test(arguments: [
        HTTPHeaders.Field(name: "X-Own", value: "a\r\nX-Other: b"),
        HTTPHeaders.Field(name: "X Own", value: "a"),
        HTTPHeaders.Field(name: "", value: "a"), HTTPHeaders.Field(name: "X-Own:", value: "a"),
        HTTPHeaders.Field(name: "X-Own", value: "a\0b"), HTTPHeaders.Field(name: "X\n", value: "a"),
    ])
    func aHeaderFieldThatBreaksTheHeadIsRefused(field: HTTPHeaders.Field) async throws {
        let url = try #require(URL(string: "http://127.0.0.1:9/"))
        guard case .invalidRequest = try await reason(HTTPRequest(.get, url, headers: HTTPHeaders([field])))
        else {
            Issue.record("it was not refused")
            return
        }
    }
}
