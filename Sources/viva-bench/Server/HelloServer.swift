import ArgumentParser
import Hummingbird
import Logging

/// A bare Hummingbird that says hello, to hold a server's rate against: what the library does on the same machine with nothing behind it.
struct HelloServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hello", abstract: "Say hello over HTTP with a bare Hummingbird.", shouldDisplay: false)

    @Option(help: "The port.") var port: Int

    func run() async throws {
        let router = Router()
        router.get("hello") { _, _ in "Hello" }
        var logger = Logger(label: "hello")
        logger.logLevel = .error
        try await Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)), logger: logger
        ).runService()
    }
}
