import Foundation
import TestSupport
import Testing

@testable import HTTPClient

@Suite(.enabled(if: LoopbackServer.isAvailable)) struct RedirectTests {
    private let transport: HTTPTransport

    init() throws { transport = try HTTPTransport() }

    private func log(_ server: LoopbackServer) async throws -> [LoopbackServer.Received] {
        let response = try await transport.send(HTTPRequest(.get, server.url("log")))
        return try JSONDecoder().decode([LoopbackServer.Received].self, from: Data(response.body))
    }

    private func refusal(_ request: HTTPRequest) async -> String? {
        do throws(HTTPError) {
            _ = try await transport.send(request)
            return nil
        } catch {
            guard case .redirectRefused(let reason) = error.reason else { return "\(error)" }
            return reason
        }
    }

    @Test func aRedirectIsHandedBackUnlessItIsAskedFor() async throws {
        try await LoopbackServer.run { server async throws in
            let url = server.url("redirect/302?to=/bytes/3")
            let kept = try await transport.send(HTTPRequest(.get, url))
            #expect(kept.status == 302)
            #expect(kept.headers["Location"] == "/bytes/3")
            let followed = try await transport.send(HTTPRequest(.get, url, redirects: .follow(atMost: 1)))
            #expect(followed.body == [0, 1, 2])
            #expect(followed.url == server.url("bytes/3"))
        }
    }

    @Test(arguments: [
        (301, "GET", ""), (302, "GET", ""), (303, "GET", ""), (307, "POST", "x"), (308, "POST", "x"),
    ])
    func theStatusSaysWhetherTheBodyGoesAlong(status: Int, method: String, body: String) async throws {
        try await LoopbackServer.run { server async throws in
            let request = HTTPRequest(
                .post, server.url("redirect/\(status)?to=/bytes/1"), headers: ["Authorization": "Bearer key"],
                body: .bytes([0x78], contentType: "a/b"), redirects: .follow(atMost: 3))
            #expect(try await transport.send(request).body == [0])
            let last = try #require(try await log(server).last)
            #expect(last.method == method && last.body == body)
            // The same server may know who asks.
            #expect(last.field("authorization") == "Bearer key")
        }
    }

    @Test func anotherServerGetsNeitherKeyNorBody() async throws {
        try await LoopbackServer.run { first async throws in
            try await LoopbackServer.run { second async throws in
                // Another port and another name of the same machine are other servers.
                for to in [second.url("bytes/1"), first.url("bytes/2", host: "localhost")] {
                    let url = first.url("redirect/302?to=\(to.absoluteString)")
                    let headers: HTTPHeaders = [
                        "authorization": "Bearer key", "Cookie": "a=b", "X-Api-Key": "key", "X-Own": "kept",
                    ]
                    let request = HTTPRequest(.get, url, headers: headers, redirects: .follow(atMost: 2))
                    #expect(try await transport.send(request).isSuccess)
                    let received = try await log(to.port == second.port ? second : first)
                    let last = try #require(received.last)
                    #expect(last.field("x-own") == "kept")
                    for name in ["authorization", "cookie", "x-api-key"] { #expect(last.field(name) == nil) }
                }
                let speech = HTTPRequest(
                    .post, first.url("redirect/307?to=\(second.url("bytes/1").absoluteString)"),
                    body: .bytes([1], contentType: "a/b"), redirects: .follow(atMost: 2))
                let reason = await refusal(speech)
                #expect(reason?.contains("another server") == true)
                #expect(try await log(second).count == 1)
            }
        }
    }

    @Test func aCircleEndsAtTheLimit() async throws {
        try await LoopbackServer.run { server async throws in
            let reason = await refusal(HTTPRequest(.get, server.url("loop"), redirects: .follow(atMost: 4)))
            #expect(reason == "it was sent on more than 4 times")
            #expect(try await log(server).count == 5)
        }
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "http://"])
    func otherKindsOfAddressesAreRefused(to: String) async throws {
        try await LoopbackServer.run { server async throws in
            let url = server.url("redirect/302?to=\(to)")
            #expect(await refusal(HTTPRequest(.get, url, redirects: .follow(atMost: 2))) != nil)
            #expect(try await log(server).count == 1)
        }
    }

    @Test func anEncryptedRequestIsNotContinuedInTheOpen() throws {
        let secure = try #require(URL(string: "https://example.invalid/a"))
        let request = HTTPRequest(.get, secure, redirects: .follow(atMost: 2))
        let open = HTTPResponse(
            status: 302, headers: ["Location": "http://example.invalid/b?key=secret"], url: secure)
        do throws(HTTPError) {
            _ = try request.redirects.next(after: open, to: request, followed: 0)
            Issue.record("it was continued")
        } catch {
            #expect("\(error)".contains("which is not encrypted"))
            #expect(!"\(error)".contains("secret"))
        }
    }
}
