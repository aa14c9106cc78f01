import Foundation
import Synchronization
import TestSupport
import Testing

@testable import HTTPClient

@Suite(.enabled(if: LoopbackServer.isAvailable)) struct RetryTests {
    private let transport: HTTPTransport
    private let policy = RetryPolicy(firstWait: .milliseconds(10))

    init() throws { transport = try HTTPTransport() }

    @Test(arguments: [429, 500, 502, 503, 504]) func aServerThatIsBusyIsAskedAgain(status: Int) async throws {
        try await LoopbackServer.run { server async throws in
            let request = HTTPRequest(.get, server.url("later/2/\(status)"))
            #expect(try await transport.send(request, retrying: policy).text.contains("try 3"))
        }
    }

    @Test(arguments: [400, 401, 404, 501]) func otherStatusesStand(status: Int) async throws {
        try await LoopbackServer.run { server async throws in
            let request = HTTPRequest(.get, server.url("later/1/\(status)"))
            #expect(try await transport.send(request, retrying: policy).status == status)
        }
    }

    @Test func theLastAnswerIsHandedBack() async throws {
        try await LoopbackServer.run { server async throws in
            let response = try await transport.send(
                HTTPRequest(.get, server.url("later/9/503")), retrying: policy)
            #expect(response.status == 503)
        }
    }

    @Test func eachFurtherTryIsTold() async throws {
        try await LoopbackServer.run { server async throws in
            let told = Mutex(0)
            for (path, count) in [("later/0/503", 0), ("later/1/503", 1), ("later/9/503", 2)] {
                told.withLock { $0 = 0 }
                _ = try await transport.send(
                    HTTPRequest(.get, server.url(path)), retrying: policy
                ) { told.withLock { $0 += 1 } }
                #expect(told.withLock { $0 } == count)
            }
        }
    }

    @Test func aServersWaitIsObeyed() async throws {
        try await LoopbackServer.run { server async throws in
            let start = ContinuousClock.now
            let response = try await transport.send(
                HTTPRequest(.get, server.url("later/1/429/1")), retrying: policy)
            #expect(response.status == 200)
            #expect(ContinuousClock.now - start >= .seconds(1))
            let tooLong = try await transport.send(
                HTTPRequest(.get, server.url("later/1/429/3600")), retrying: policy)
            #expect(tooLong.status == 429)
        }
    }

    @Test func aConnectionThatBreaksIsTriedAgainWhereThatIsAllowed() async throws {
        try await LoopbackServer.run { server async throws in
            let body = HTTPBody.bytes([1], contentType: "a/b")
            let request = HTTPRequest(.post, server.url("resets/2"), body: body, delivery: .repeatable)
            #expect(try await transport.send(request, retrying: policy).text.contains("try 3"))
            // There is a connection that could be used again now, and the library would repeat over a new one.
            _ = try await transport.send(HTTPRequest(.get, server.url("bytes/1")))
            let mail = HTTPRequest(.post, server.url("resets/1/mail"), body: body)
            await #expect(throws: HTTPError.self) { try await transport.send(mail, retrying: policy) }
            let log = try await transport.send(HTTPRequest(.get, server.url("log")))
            let received = try JSONDecoder().decode([LoopbackServer.Received].self, from: Data(log.body))
            #expect(received.count { $0.path == "/resets/1/mail" } == 1)
        }
    }

    @Test func aClosedPortIsTriedAgainAndThenAnError() async throws {
        let url = try #require(URL(string: "http://127.0.0.1:1/"))
        let start = ContinuousClock.now
        let patient = RetryPolicy(tries: 3, firstWait: .milliseconds(200), jitter: 0)
        await #expect(throws: HTTPError.self) {
            try await transport.send(HTTPRequest(.get, url), retrying: patient)
        }
        #expect(ContinuousClock.now - start >= .milliseconds(600))
    }

    @Test func allTriesShareOneLimit() async throws {
        try await LoopbackServer.run { server async throws in
            // The server wants two seconds, and there is one.
            let busy = try await transport.send(
                HTTPRequest(.get, server.url("later/1/429/2")), retrying: policy, within: .seconds(1))
            #expect(busy.status == 429)
            // A second stall would not fit in.
            var limits = HTTPLimits(stall: .seconds(2))
            limits.whole = .seconds(60)
            let stall = HTTPRequest(.get, server.url("stall/once"), limits: limits, delivery: .repeatable)
            await #expect(throws: HTTPError.self) {
                try await transport.send(stall, retrying: policy, within: .seconds(3))
            }
            // One try takes no more than there is.
            do throws(HTTPError) {
                let response = try await transport.send(
                    HTTPRequest(.get, server.url("slow-head")), retrying: policy, within: .seconds(1))
                Issue.record("\(response)")
            } catch {
                guard case .timedOut(let limit, _) = error.reason else {
                    Issue.record("\(error)")
                    return
                }
                #expect(limit <= .seconds(1))
            }
            let log = try await transport.send(HTTPRequest(.get, server.url("log")))
            let received = try JSONDecoder().decode([LoopbackServer.Received].self, from: Data(log.body))
            #expect(received.count { $0.path == "/stall/once" } == 1)
        }
    }

    @Test func cancellingEndsTheWait() async throws {
        try await LoopbackServer.run { server async throws in
            let task = Task { () async -> HTTPError.Reason? in
                do throws(HTTPError) {
                    _ = try await transport.send(
                        HTTPRequest(.get, server.url("later/1/429/29")), retrying: policy)
                    return nil
                } catch { return error.reason }
            }
            try await Task.sleep(for: .milliseconds(400))
            task.cancel()
            #expect(await task.value == .cancelled)
        }
    }
}
