import Foundation
import Testing

@testable import HTTPClient

@Suite struct SecrecyTests {
    @Test(arguments: [
        (
            "https://user:secret@example.org:8443/v1/a?key=secret&b=secret#secret",
            "GET https://example.org:8443/v1/a?key=…&b=…"
        ),
        ("http://example.org/?secret", "GET http://example.org/?…"),
        ("http://example.org/a", "GET http://example.org/a"),
    ])
    func aTargetShowsNoSecret(address: String, shown: String) throws {
        let url = try #require(URL(string: address))
        #expect(HTTPTarget(method: .get, url: url).description == shown)
    }

    @Test func noWayToPrintARequestShowsItsSecrets() throws {
        let url = try #require(URL(string: "https://user:secret@example.org/?key=secret"))
        let request = HTTPRequest(
            .post, url, headers: ["Authorization": "Bearer secret", "X": "secret"],
            body: .bytes(Array("secret".utf8), contentType: "text/plain"))
        var dumped = ""
        dump(request, to: &dumped)
        dump(request.headers, to: &dumped)
        dump(request.headers.fields, to: &dumped)
        let error = HTTPError(request.target, .timedOut(limit: .seconds(1), receivedBytes: 0))
        for text in [
            dumped, "\(request)", String(reflecting: request), "\(request.headers)",
            String(reflecting: request.headers),
            "\(request.headers.fields)", "\(error)", String(reflecting: error), "\(Optional(request) as Any)",
        ] {
            #expect(!text.contains("secret"))
        }
    }

    @Test func everyErrorSaysWhatFailedAndWhatToDo() throws {
        let url = try #require(URL(string: "https://example.org/a"))
        let reasons: [HTTPError.Reason] = [
            .invalidRequest("x"), .unresolved(host: "x"), .unreachable("x"),
            .connectTimedOut(limit: .seconds(1)),
            .timedOut(limit: .milliseconds(1500), receivedBytes: 3),
            .stalled(duration: .seconds(1), receivedBytes: 0),
            .encryptionFailed("x"), .brokenOff(receivedBytes: 1, "x"), .badAnswer("x"),
            .tooLarge(limitBytes: 5),
            .redirectRefused("x"), .fileFailed(path: "/x", "x"), .cancelled, .failed("x"),
        ]
        for reason in reasons {
            let text = "\(HTTPError(HTTPTarget(method: .get, url: url), reason))"
            #expect(text.hasPrefix("GET https://example.org/a failed: ") && text.hasSuffix("."))
        }
        #expect("\(reasons[4])".contains("1.5 s"))
    }

    @Test(arguments: [
        ("http://localhost/", true), ("http://127.0.0.1/", true), ("http://127.9.9.9/", true),
        ("http://[::1]/", true),
        ("http://128.0.0.1/", false), ("http://127.0.0.1.example.org/", false),
        ("http://localhost.example.org/", false),
        ("http://example.org/", false), ("http://127.evil/", false), ("http://10.0.0.1/", false),
        ("http://localhost@example.org/", false), ("http://127.0.0.999/", false),
    ])
    func onlyThisMachineIsTheLoopback(address: String, isLoopback: Bool) throws {
        #expect(try #require(URL(string: address)).isLoopback == isLoopback)
    }

    @Test func aFormWritesItsPartsAsBrowsersDo() {
        let part = MultipartPart(
            name: "a\"\r\nb", fileName: "ä.wav", contentType: "x/y\r\nEvil: 1", bytes: [1, 2])
        let text = String(decoding: part.encoded(boundary: "B"), as: UTF8.self)
        #expect(
            text == "--B\r\nContent-Disposition: form-data; name=\"a%22%0D%0Ab\"; filename=\"ä.wav\"\r\n"
                + "Content-Type: x/yEvil: 1\r\n\r\n\u{1}\u{2}\r\n")
        let body = HTTPBody.multipart([MultipartPart(name: "n", text: "v")]).encoded(boundary: "B")
        #expect(
            body.map { String(decoding: $0.bytes, as: UTF8.self) }
                == "--B\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nv\r\n--B--\r\n")
        #expect(HTTPBody.none.encoded(boundary: "B") == nil)
    }
}
