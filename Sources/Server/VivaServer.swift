import Accounts
import Archive
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdCore
public import Logging
import NIOConcurrencyHelpers
import NIOCore
import Records
public import Service
import ServiceLifecycle
public import UnixSignals
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
    /// Hears those who speak; `nil` where nobody does.
    private let voice: LiveVoice?
    private let more: [Endpoint]
    private let webSockets: [WebSocketEndpoint]
    private let figures = ServerFigures()
    private let startedAt = Date()

    /// A server, not yet running.
    ///
    /// - Parameters:
    ///   - accounts: who may use it; `nil` where nobody signs in, which is for a server that nobody else reaches.
    ///   - voice: hears those who speak.
    ///   - more: what it offers beside its own.
    ///   - webSockets: the same for WebSockets.
    public init(
        settings: ServerSettings, service: VivaService, version: String, logger: Logger,
        accounts: AccountService? = nil, voice: LiveVoice? = nil, more: [Endpoint] = [],
        webSockets: [WebSocketEndpoint] = []
    ) {
        self.settings = settings
        self.service = service
        self.version = version
        self.logger = logger
        self.accounts = accounts
        self.voice = voice
        self.more = more
        self.webSockets = webSockets
    }

    /// Everything that can be asked for.
    public var endpoints: [Endpoint] {
        HealthEndpoints(service: service, version: version).endpoints
            + InterviewEndpoints(service: service).endpoints + TemplateEndpoints(service: service).endpoints
            + PracticeEndpoints(service: service).endpoints
            + sessionEndpoints
            + accountEndpoints + voiceEndpoints + (live?.endpoints ?? [])
            + allWebSockets.map(\.endpoint) + adminResources.flatMap(\.endpoints) + adminHealth.endpoints
            + MetricEndpoints(figures: figures, areOpen: settings.metricsAreOpen).endpoints
            + documentEndpoints.endpoints
            + more
    }

    private var documentEndpoints: DocumentEndpoints {
        DocumentEndpoints(
            document: { document(asksForTokens: $0) },
            hasAccounts: { [accounts] in
                guard let accounts else { return false }
                return try await accounts.hasAccounts()
            })
    }

    private var sessionEndpoints: [Endpoint] {
        Participant.Part.allCases.flatMap { ParticipantEndpoints(service: service, part: $0).endpoints }
            + SessionEndpoints(service: service).endpoints
            + SessionQuestionEndpoints(service: service).endpoints
            + DialogueEndpoints(service: service).endpoints
            + ConversationEndpoints(service: service).endpoints
            + ReportEndpoints(service: service).endpoints
    }

    private var accountEndpoints: [Endpoint] {
        guard let accounts else { return [] }
        return AuthEndpoints(accounts: accounts).endpoints
            + AccountEndpoints(administration: accounts.administration).endpoints
    }

    private var admin: AdminService {
        AdminService(
            service: service,
            administration: accounts?.administration
                ?? AccountAdministration(records: service.archive.records))
    }

    private var adminResources: [AdminResource] { AdminResources.all(admin) }

    private var adminHealth: AdminHealthEndpoints {
        AdminHealthEndpoints(admin: admin, figures: figures, version: version, startedAt: startedAt)
    }

    private var voiceEndpoints: [Endpoint] {
        JobEndpoints(service: service).endpoints + VoiceToTextEndpoint(service: service).endpoints
            + SpeechEndpoints(service: service).endpoints + AnswerEndpoints(service: service).endpoints
            + ResumeEndpoints(service: service).endpoints
    }

    private var live: LiveEndpoints? { voice.map { LiveEndpoints(voice: $0, accounts: accounts) } }

    private var allWebSockets: [WebSocketEndpoint] { webSockets + (live?.webSockets ?? []) }

    private var doorkeeper: Doorkeeper {
        guard let accounts else { return .local }
        return .accounts(
            accounts, RequestLimits(requestsPerMinute: accounts.settings.requestsPerMinute))
    }

    /// Its description as OpenAPI.
    public var document: OpenAPIDocument { document(asksForTokens: accounts != nil) }

    private func document(asksForTokens: Bool) -> OpenAPIDocument {
        OpenAPIDocument(
            title: "Viva", version: version,
            about: "An interview room: questions aloud, answers heard, honest feedback.",
            operations: endpoints.map(\.operation), asksForTokens: asksForTokens)
    }

    /// Serves until the process is asked to end or the task is cancelled; requests that are being answered are answered first, for as long
    /// as the settings say.
    ///
    /// - Parameters:
    ///   - signals: what asks the process to end.
    ///   - onRunning: is told when requests are taken.
    /// - Throws: `ListenFailure` when it cannot listen where the settings say.
    public func run(
        signals: [UnixSignal] = [.sigterm, .sigint],
        onRunning: @escaping @Sendable (RunningServer) async -> Void = { _ in }
    ) async throws {
        do { try service.archive.removeUnheldUploads() } catch {
            logger.warning("What was left of uploads could not be removed: \(error)")
        }
        let stopSwitch = StopSwitch()
        let hosts = HostRule(allowed: settings.allowedHosts)
        let origins = OriginRule(allowed: settings.corsOrigins)
        let proxies = ProxyRule(settings.trustedProxies)
        let rates = RateLimiter(requestsPerMinute: settings.requestsPerMinute)
        let routes = WebSocketRoutes(
            endpoints: allWebSockets, hosts: hosts, origins: origins,
            rates: rates, proxies: proxies, figures: figures, logger: logger)
        let shares = ConnectionShares(limitConnections: settings.limitConnections, proxies: proxies)
        let isListening = NIOLockedValueBox(false)
        let application = Application(
            router: router(hosts, origins, rates),
            server: HTTPServerBuilder { responder in
                ConnectionSetup(
                    responder: responder, settings: settings, webSockets: routes, figures: figures,
                    shares: shares)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(settings.limitConnections)),
            onServerRunning: { channel in
                isListening.withLockedValue { $0 = true }
                await onRunning(
                    RunningServer(port: channel.localAddress?.port ?? 0, stopSwitch: stopSwitch))
            },
            logger: logger)
        let live = voice.map { voice in LiveWork(voice: voice) { [logger] in logger.warning("\($0)") } }
        // The last one ends first.
        var configuration = ServiceGroupConfiguration(
            services: [
                .init(service: application),
                .init(service: BackgroundWork(queue: service.jobs)),
            ] + (live.map { [.init(service: $0)] } ?? []) + [
                .init(service: stopSwitch, successTerminationBehavior: .gracefullyShutdownGroup)
            ], gracefulShutdownSignals: signals, logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(settings.shutdownSeconds)
        do { try await ServiceGroup(configuration: configuration).run() } catch {
            guard !isListening.withLockedValue({ $0 }),
                let failure = ListenFailure(error, host: settings.host, port: settings.port)
            else { throw error }
            throw failure
        }
    }

    private var uploadFolder: String { service.archive.uploadFolder }

    /// The way from a request to its answer: what stands first sees it first, and its answer last.
    private func router(
        _ hosts: HostRule, _ origins: OriginRule, _ rates: RateLimiter
    ) -> Router<ServerContext> {
        let router = Router(context: ServerContext.self, options: .autoGenerateHeadEndpoints)
        router.add(
            middleware: ObservationMiddleware(figures: figures, proxies: ProxyRule(settings.trustedProxies)))
        router.add(middleware: HeaderMiddleware(origins: origins))
        router.add(middleware: RefusalMiddleware())
        router.add(middleware: GateMiddleware(hosts: hosts, origins: origins))
        router.add(middleware: RateMiddleware(limiter: rates))
        router.add(middleware: LeaveMiddleware())
        EndpointRouter(
            endpoints: endpoints, doorkeeper: doorkeeper, limitBodyBytes: settings.limitBodyBytes,
            limitUploadBytes: settings.limitUploadBytes, uploadFolder: uploadFolder
        ).add(to: router)
        AdminPages(
            admin: admin, resources: adminResources, health: adminHealth, doorkeeper: doorkeeper,
            limitBodyBytes: settings.limitBodyBytes
        ).add(to: router)
        return router
    }
}
