import Crypto
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOConcurrencyHelpers
import NIOCore
import Web

/// The description of the interface, for programs and for people.
struct DocumentEndpoints: Sendable {
    /// Makes the description, with or without tokens.
    let document: @Sendable (_ asksForTokens: Bool) -> OpenAPIDocument
    /// Whether there is somebody to sign in.
    let hasAccounts: @Sendable () async throws -> Bool

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/openapi.json", of: "server", "The interface as OpenAPI 3.1", name: "openapi",
                access: .everybody, reply: .raw(["application/json"], "The document.")
            ) { [closed = Once { document(true).json }, open = Once { document(false).json }] _ in
                let text = try await hasAccounts() ? closed : open
                return Response(
                    status: .ok, headers: [.contentType: "application/json"],
                    body: .init(byteBuffer: ByteBuffer(string: text.value)))
            },
            Endpoint(
                .get, "/docs", of: "server", "The interface as a page for people", name: "docs",
                access: .everybody, reply: .raw(["text/html"], "The page.")
            ) { [page = Once { DocumentPage(document(true)).html }] _ in
                Response(
                    status: .ok,
                    headers: [
                        .contentType: "text/html; charset=utf-8",
                        .contentSecurityPolicy: Self.policy,
                    ],
                    body: .init(byteBuffer: ByteBuffer(string: page.value)))
            },
        ]
    }

    /// The page loads nothing and runs nothing: its only style is that which stands in it, known by its sum.
    private static let policy: String = {
        let sum = Data(SHA256.hash(data: Array(DocumentPage.style.utf8))).base64EncodedString()
        return
            "default-src 'none'; style-src 'sha256-\(sum)'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    }()
}

/// A text that is made when it is first asked for.
private struct Once: Sendable {
    private let made = NIOLockedValueBox<String?>(nil)
    private let make: @Sendable () -> String

    init(_ make: @escaping @Sendable () -> String) { self.make = make }

    var value: String {
        made.withLockedValue { made in
            if let made { return made }
            let text = make()
            made = text
            return text
        }
    }
}
