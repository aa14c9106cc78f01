import Hummingbird
import Service
import Web

/// Whether the server is well.
struct HealthEndpoints: Sendable {
    private struct Health {
        let version: String
    }

    /// The service.
    let service: VivaService
    /// The version of the program.
    let version: String

    private static let form = ReplyForm<Health>(
        "Health",
        [
            ReplyField("status", "`ok` when requests are answered.", schema: .choice(["ok"])) { _ in "ok" },
            ReplyField("version", "The version of the server.") { $0.version },
        ])

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/health", of: "server", "Whether the server is well", name: "health",
                access: .everybody,
                reply: .one(Self.form)
            ) { _ in Health(version: version) }
        ]
    }
}
