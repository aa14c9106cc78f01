import ArgumentParser
import Logging
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
    @Option(help: ArgumentHelp("The address to listen at.", valueName: "address"))
    var host = ServerSettings().host
    @Option(help: ArgumentHelp("The port; 0 for one that is free.", valueName: "number"))
    var port = ServerSettings().port

    func run() async throws {
        var settings = ServerSettings()
        settings.host = host
        settings.port = port
        let service = VivaService(archive: try await archive.open(common))
        let server = VivaServer(
            settings: settings, service: service, version: Viva.version, logger: Logger(label: "viva"))
        let common = common
        let host = host
        try await server.run { port in common.note("Serving at http://\(host):\(port). Ctrl-C ends it.") }
    }
}
