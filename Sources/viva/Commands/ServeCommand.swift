import Accounts
import Archive
import ArgumentParser
import Credentials
import Evaluation
import Logging
import Practice
import Recognition
import Server
import Service
import Storage
import Synthesis
import UnixSignals

#if canImport(Glibc)
    import Glibc
#endif

/// `viva serve`: everything over HTTP.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve interviews over HTTP and WebSocket to programs and browsers.",
        discussion: """
            As long as there is no account (`viva users`), whoever uses this machine may do everything, and the server listens at loopback
            alone. As soon as there is one, every request needs an access token.

            Settings come from the command line, then from variables such as VIVA_PORT, then from .env, then from --config.
            Docs/Server.md has them all.

            EXAMPLES
              viva serve                               at http://127.0.0.1:8000, for this machine alone
              curl http://127.0.0.1:8000/health        whether it is well
              viva serve --port 8001 --log-format json
              viva serve --config server.yaml --env-file production.env
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var bank: BankOptions
    @OptionGroup var model: ModelOptions
    @OptionGroup var judge: JudgeOptions
    @OptionGroup var options: ServeOptions

    func run() async throws {
        let settings = try options.settings()
        let logger = ServeOptions.logger(settings.logFormat, settings.logLevel)
        if settings.logFormat == .json { Terminal.turnMessages(into: logger) }
        let archive = try await archive.open(common)
        let service = try await service(on: archive, settings)
        let accounts = try await accounts(settings, in: archive)
        let server = VivaServer(
            settings: settings, service: service, version: Viva.version, logger: logger, accounts: accounts,
            voice: try voice(settings, for: service))
        let common = common
        try await withThrowingTaskGroup { group in
            group.addTask { try await Self.endAtSecondSignal() }
            group.addTask { try await Self.giveUpTimedOut(service, logger) }
            group.addTask {
                try await server.run { running in
                    let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
                    common.note("Serving at http://\(host):\(running.port). Ctrl-C ends it.")
                }
            }
            // Only the server ends by itself.
            try await group.next()
            group.cancelAll()
        }
    }

    /// The first signal asks the server to end when its requests are answered; whoever sends another does not want to wait.
    private static func endAtSecondSignal() async throws {
        var count = 0
        for await _ in await UnixSignalsSequence(trapping: .sigterm, .sigint) {
            count += 1
            if count == 2 { Glibc.exit(ExitStatus.interrupted.rawValue) }
        }
        // The stream ends when the server has ended.
        try await Task.sleep(for: .seconds(86_400 * 365))
    }

    /// Interviews that were left alone too long count as given up within a minute.
    private static func giveUpTimedOut(_ service: VivaService, _ logger: Logger) async throws {
        while true {
            try await Task.sleep(for: .seconds(60))
            do throws(ServiceError) {
                let numbers = try await service.giveUpTimedOut()
                guard !numbers.isEmpty else { continue }
                logger.info("interviews given up", metadata: ["interviews": "\(numbers)"])
            } catch {
                // The next try may do it: a server that answers is not ended for this.
                logger.error("interviews cannot be given up", metadata: ["reason": "\(error)"])
            }
        }
    }

    /// The service with all that interviews on this machine are held with.
    private func service(
        on archive: Archive, _ settings: ServerSettings
    ) async throws -> VivaService {
        let found = try bank.read()
        // Brings the banks and the templates in line with their files.
        _ = try await TemplateShelf.open(archive, questions: found, isWhole: bank.bank.isEmpty)
        return VivaService(archive: archive, tools: try tools(settings))
    }

    /// What interviews on this machine are held with.
    private func tools(_ settings: ServerSettings) throws -> InterviewTools {
        let equipment = PracticeEquipment.installed(
            recognizers: model.recognizers(of: try model.ear(common)),
            offline: try .installed(tools: JudgingTools.installed()),
            model: try judge.model(isOffline: common.offline))
        var tools = InterviewTools(
            equipment: equipment, templates: try Questions.templates(),
            fields: try ChosenPreferences.fields(), resources: try Resources.load(),
            hearing: model.workers(
                limit: settings.workers, engine: try model.engine.choice(isOffline: common.offline),
                // Those who speak come first.
                urgency: .whenIdle))
        tools.jobs.workers = settings.workers
        tools.jobs.openJobs = settings.limitJobs
        tools.limitRecordingSeconds = Double(settings.limitRecordingSeconds)
        tools.voice = QuestionVoice(
            synthesizer: EspeakSynthesizer.shared, cache: SpeechCache(directory: Places.speechCache))
        return tools
    }

    /// Hears those who speak, each in a process of its own.
    private func voice(_ settings: ServerSettings, for service: VivaService) throws -> LiveVoice {
        let engine = try model.engine.choice(isOffline: common.offline)
        let arguments = model.workerArguments(engine)
        var live = LiveSettings()
        live.reconnectSeconds = Double(settings.liveReconnectSeconds)
        live.answerLimitSeconds = Double(settings.limitRecordingSeconds)
        live.streams = settings.liveStreams > 0 ? settings.liveStreams : engine.liveStreams
        live.carefulStreams = engine.carefulLiveStreams
        return LiveVoice(
            service: service, settings: live, synthesizer: EspeakSynthesizer.shared
        ) { care in
            // The link leads to this very program, also after it was replaced by a newer one.
            try await WorkerRecognizer(
                program: "/proc/self/exe", arguments: TranscribeWorker.arguments(care) + arguments)
        }
    }

    /// Who may use the server.
    ///
    /// - Throws: `CommandFailure` where others could reach it and there is no account.
    private func accounts(_ settings: ServerSettings, in archive: Archive) async throws -> AccountService {
        var accountSettings = settings.accounts
        accountSettings.allowsSingleUser = AccountSettings.isLoopback(settings.host)
        // A file of settings or variables may say it too.
        let key =
            if let text = settings.secretKey {
                try TokenKey(Array(text.utf8), source: "the setting secret-key")
            } else {
                try TokenKey.find(environment: [:], folder: archive.folder)
            }
        let accounts = await AccountService(
            AccountAdministration(records: archive.records, settings: accountSettings), key: key)
        if !accountSettings.allowsSingleUser, try await !accounts.hasAccounts() {
            throw CommandFailure(
                .usage,
                "At \(settings.host) others reach this server, and there is no account: make one with `\(archive.viva("users add NAME --role admin"))`, or listen at 127.0.0.1."
            )
        }
        if try await !accounts.hasAccounts() {
            common.note(
                "There is no account: whoever uses this machine may do everything. `\(archive.viva("users add NAME --role admin"))` makes one."
            )
        }
        return accounts
    }
}
