import ArgumentParser
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

    func run() async throws {
        var settings = ServerSettings()
        settings.host = host
        settings.port = port
        let service = try await service()
        let server = VivaServer(
            settings: settings, service: service, version: Viva.version, logger: Logger(label: "viva"))
        let common = common
        let host = host
        try await server.run { port in common.note("Serving at http://\(host):\(port). Ctrl-C ends it.") }
    }

    /// The service with all that interviews on this machine are held with.
    private func service() async throws -> VivaService {
        let found = try bank.read()
        let archive = try await archive.open(common)
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
}
