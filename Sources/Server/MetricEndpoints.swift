import HTTPTypes
import Hummingbird
import NIOCore
import Web

/// Figures for whoever watches over the server.
struct MetricEndpoints: Sendable {
    /// What was counted.
    let figures: ServerFigures
    /// Whether others than this machine may read them.
    let areOpen: Bool

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/metrics", of: "server", "Figures of the server as Prometheus reads them",
                name: "metrics", access: .everybody, reply: .raw(["text/plain"], "The figures.")
            ) { call in
                guard areOpen || call.context.client(of: call.request).isLoopback else {
                    throw APIError(
                        .forbidden,
                        "The metrics are for this machine alone: the setting metrics-open gives them to others."
                    )
                }
                return Response(
                    status: .ok, headers: [.contentType: MetricText.mediaType],
                    body: .init(byteBuffer: ByteBuffer(string: figures.text())))
            }
        ]
    }
}
