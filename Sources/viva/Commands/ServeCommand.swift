public import Accounts
import Archive
public import ArgumentParser
import Credentials
import Evaluation
import Logging
import Practice
import Server
import Service

/// `viva serve`: everything over HTTP.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve interviews over HTTP and WebSocket to programs and browsers.",
        discussion: """
            As long as there is no account (`viva users`), whoever uses this machine may do everything, and the server listens at loopback
            alone. As soon as there is one, every request needs an access token.

            EXAMPLES
              viva serve                          at http://127.0.0.1:8000, for this machine alone
              curl http://127.0.0.1:8000/health   whether it is well
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var bank: BankOptions
    @OptionGroup var model: ModelOptions
    @OptionGroup var judge: JudgeOptions
    @Option(help: ArgumentHelp("The address to listen at.", valueName: "address"))
    var host = ServerSettings().host
    @Option(help: ArgumentHelp("The port; 0 for one that is free.", valueName: "number"))
    var port = ServerSettings().port
    @Option(help: ArgumentHelp("Who may make an account: closed, invitation or open.", valueName: "who"))
    var registration = AccountSettings().registration
    @Option(
        help: ArgumentHelp(
            "How many requests an account may send in a minute; 0 for any number.", valueName: "number"))
    var accountRequestsPerMinute = AccountSettings().requestsPerMinute

    func run() async throws {
        var settings = ServerSettings()
        settings.host = host
        settings.port = port
        let archive = try await archive.open(common)
        let service = try await service(on: archive)
        let accounts = try await self.accounts(of: archive)
        let server = VivaServer(
            settings: settings, service: service, version: Viva.version, logger: Logger(label: "viva"),
            accounts: accounts)
        let common = common
        let host = host
        try await server.run { port in common.note("Serving at http://\(host):\(port). Ctrl-C ends it.") }
    }

    /// The service with all that interviews on this machine are held with.
    private func service(on archive: Archive) async throws -> VivaService {
        let found = try bank.read()
        // Brings the banks and the templates in line with their files.
        _ = try await TemplateShelf.open(archive, questions: found, isWhole: bank.bank.isEmpty)
        let equipment = PracticeEquipment.installed(
            recognizers: model.recognizers(of: try model.ear(common)),
            offline: try .installed(tools: JudgingTools.installed()),
            model: try judge.model(isOffline: common.offline))
        return VivaService(
            archive: archive,
            tools: InterviewTools(
                equipment: equipment, templates: try Questions.templates(),
                fields: try ChosenPreferences.fields(), resources: try Resources.load()))
    }

    /// Who may use the server.
    ///
    /// - Throws: `CommandFailure` where others could reach it and there is no account.
    private func accounts(of archive: Archive) async throws -> AccountService {
        var settings = AccountSettings()
        settings.registration = registration
        settings.requestsPerMinute = accountRequestsPerMinute
        settings.allowsSingleUser = AccountSettings.isLoopback(host)
        let key = try TokenKey.find(environment: Places.environment, folder: archive.folder)
        let accounts = await AccountService(
            AccountAdministration(records: archive.records, settings: settings), key: key)
        if !settings.allowsSingleUser, try await !accounts.hasAccounts() {
            throw CommandFailure(
                .usage,
                "At \(host) others reach this server, and there is no account: make one with `viva users add NAME --role admin`, or listen at 127.0.0.1."
            )
        }
        if try await !accounts.hasAccounts() {
            common.note(
                "There is no account: whoever uses this machine may do everything. `viva users add` makes one."
            )
        }
        return accounts
    }
}

extension AccountSettings.Registration: ExpressibleByArgument {}
