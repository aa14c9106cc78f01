import ArgumentParser
import FoundationEssentials
import HTTPClient
import Recognition

/// Which engine hears the words.
struct EngineOptions: ParsableArguments {
    /// An engine as the user names it.
    enum Name: String, ExpressibleByArgument, CaseIterable {
        /// The best that is installed.
        case auto
        /// PocketSphinx alone.
        case pocketsphinx
        /// An installed Whisper model.
        case whisper
        /// A transcription endpoint.
        case endpoint
        /// A program on this machine.
        case command
    }

    @Option(
        help: ArgumentHelp(
            """
            What hears the words: pocketsphinx; whisper, an installed model (`viva models list`); endpoint, a server \
            with OpenAI's transcription interface; command, a program on this machine; auto, the largest of the Whisper \
            models tiny, base and small that is installed, else pocketsphinx. With all but pocketsphinx, \
            PocketSphinx finds the words in the sound.
            """, valueName: "engine"))
    var engine: Name = .auto

    @Option(help: ArgumentHelp("The Whisper model, for example tiny.en.", valueName: "name"))
    var whisperModel: String?

    @Option(
        help: ArgumentHelp(
            "The endpoint's address, for example https://api.openai.com/v1 (also: the variable VIVA_ENDPOINT); its "
                + "key is in OPENAI_API_KEY.", valueName: "url"))
    var endpoint: String?

    @Option(
        help: ArgumentHelp(
            "The endpoint's model (also: the variable VIVA_ENDPOINT_MODEL). Left out: whisper-1.",
            valueName: "name"))
    var endpointModel: String?

    @Flag(help: "Let speech go unencrypted to an endpoint on another machine, in a network that is trusted.")
    var plainHTTP = false

    @Option(
        help: ArgumentHelp(
            "The program with its arguments, in which {file} stands for the recording, for example "
                + "'whisper-cli -m base.en.bin -f {file}' (also: the variable VIVA_EAR_COMMAND).",
            valueName: "command"))
    var earCommand: String?

    func validate() throws {
        for (option, isGiven, name) in [
            ("--whisper-model", whisperModel != nil, Name.whisper),
            ("--endpoint", endpoint != nil, .endpoint),
            ("--endpoint-model", endpointModel != nil, .endpoint),
            ("--plain-http", plainHTTP, .endpoint), ("--ear-command", earCommand != nil, .command),
        ] where isGiven && engine != name {
            throw ValidationError("\(option) goes with --engine \(name.rawValue).")
        }
        switch engine {
        case .endpoint: _ = try endpointConfiguration()
        case .command: _ = try commandConfiguration()
        default: break
        }
    }

    /// The engine that is meant, as far as that can be told without opening it.
    ///
    /// - Throws: `CommandFailure` when there is no such model, or when the endpoint is another machine and that is
    ///   forbidden.
    func choice(isOffline: Bool) throws -> HearingEngine {
        switch engine {
        case .pocketsphinx: return .pocketSphinx
        case .auto: return InstalledWhisper.best().map { .whisper(name: $0) } ?? .pocketSphinx
        case .whisper: return .whisper(name: try InstalledWhisper.name(of: whisperModel))
        case .command: return .command(try commandConfiguration())
        case .endpoint:
            let configuration = try endpointConfiguration()
            guard !isOffline || configuration.baseURL.isLoopback else {
                throw CommandFailure(
                    .usage, "--offline forbids the endpoint \(configuration.baseURL.host() ?? "").")
            }
            return .endpoint(configuration)
        }
    }

    private func endpointConfiguration() throws -> EndpointConfiguration {
        guard let text = endpoint ?? environment("VIVA_ENDPOINT"), !text.isEmpty else {
            throw ValidationError("--engine endpoint needs --endpoint or the variable VIVA_ENDPOINT.")
        }
        guard let url = URL(string: text), url.host() != nil else {
            throw ValidationError("--endpoint \(text) is not an address such as https://api.openai.com/v1.")
        }
        return EndpointConfiguration(
            baseURL: url, model: endpointModel ?? environment("VIVA_ENDPOINT_MODEL") ?? "whisper-1",
            carriage: plainHTTP ? .plainAllowed : .encrypted)
    }

    private func commandConfiguration() throws -> Recognition.CommandConfiguration {
        guard let text = earCommand ?? environment("VIVA_EAR_COMMAND") else {
            throw ValidationError("--engine command needs --ear-command or the variable VIVA_EAR_COMMAND.")
        }
        guard let words = ShellText.words(of: text), let program = words.first else {
            throw ValidationError("--ear-command \(text) is empty or has a quote without its end.")
        }
        return Recognition.CommandConfiguration(program: program, arguments: Array(words.dropFirst()))
    }
}
