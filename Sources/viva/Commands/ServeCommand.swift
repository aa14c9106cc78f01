import ArgumentParser
import Logging
import Server
import Service
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
    @OptionGroup var options: ServeOptions

    func run() async throws {
        let settings = try options.settings()
        let service = VivaService(archive: try await archive.open(common))
        let logger = Logger(label: "viva") { label in
            LogLines(label: label, format: settings.logFormat, level: settings.logLevel)
        }
        let server = VivaServer(
            settings: settings, service: service, version: Viva.version, logger: logger)
        let common = common
        try await withThrowingTaskGroup { group in
            group.addTask { try await Self.endAtSecondSignal() }
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
}
