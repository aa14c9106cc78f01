import HTTPTypes
import Hummingbird
import NIOConcurrencyHelpers
import NIOCore
import Web

/// The description of the interface, for programs.
struct DocumentEndpoints: Sendable {
    /// Makes the description.
    let document: @Sendable () -> OpenAPIDocument

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/openapi.json", of: "server", "The interface as OpenAPI 3.1", name: "openapi",
                access: .everybody, reply: .raw(["application/json"], "The document.")
            ) { [text = Once { document().json }] _ in
                Response(
                    status: .ok, headers: [.contentType: "application/json"],
                    body: .init(byteBuffer: ByteBuffer(string: text.value)))
            }
        ]
    }
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
