import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import Service
import ServiceLifecycle
public import Web

/// The server: every interface on one port.
public struct VivaServer: Sendable {
    /// How it is run.
    public let settings: ServerSettings
    /// What it serves.
    public let service: VivaService
    /// The version of the program.
    public let version: String
    let logger: Logger
    /// Who may use it; `nil` where nobody signs in.
    private let accounts: AccountService?

    /// A server, not yet running.
    ///
    /// - Parameter accounts: who may use it; `nil` where nobody signs in, which is for a server that nobody else reaches.
    public init(
        settings: ServerSettings, service: VivaService, version: String, logger: Logger,
        accounts: AccountService? = nil
    ) {
        self.settings = settings
        self.service = service
        self.version = version
        self.logger = logger
        self.accounts = accounts
    }

    /// Everything that can be asked for.
    public var endpoints: [Endpoint] {
        HealthEndpoints(service: service, version: version).endpoints
            + InterviewEndpoints(service: service).endpoints + TemplateEndpoints(service: service).endpoints
            + PracticeEndpoints(service: service).endpoints
            + accountEndpoints
    }

    private var accountEndpoints: [Endpoint] {
        guard let accounts else { return [] }
        return AuthEndpoints(accounts: accounts).endpoints
            + AccountEndpoints(administration: accounts.administration).endpoints
    }

    private var doorkeeper: Doorkeeper {
        guard let accounts else { return .local }
        return .accounts(
            accounts, RequestLimits(requestsPerMinute: accounts.settings.requestsPerMinute))
    }

    /// Its description as OpenAPI.
    public var document: OpenAPIDocument {
        OpenAPIDocument(
            title: "Viva", version: version,
            about: "An interview room: questions aloud, answers heard, honest feedback.",
            operations: endpoints.map(\.operation))
    }

    /// Serves until the process is asked to end (SIGTERM, SIGINT) or the task is cancelled; requests that are being answered
    /// are answered first.
    ///
    /// - Parameter onRunning: is told the port when requests are taken.
    public func run(onRunning: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
        let router = Router(context: ServerContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RefusalMiddleware())
        EndpointRouter(
            endpoints: endpoints, doorkeeper: doorkeeper, limitBodyBytes: settings.limitBodyBytes
        ).add(to: router)
        let document = document.json
        router.get("/openapi.json") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: .init(byteBuffer: ByteBuffer(string: document)))
        }
        let application = Application(
            router: router,
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    idleTimeout: .seconds(Int64(settings.idleSeconds)))),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(settings.limitConnections)),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) },
            logger: logger)
        try await application.runService()
    }
}
