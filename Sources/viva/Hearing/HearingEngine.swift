import FoundationEssentials
import HTTPClient
import Recognition

/// The engine that hears the words.
enum HearingEngine: Sendable {
    /// PocketSphinx alone.
    case pocketSphinx
    /// An installed Whisper model.
    case whisper(name: String)
    /// A transcription endpoint.
    case endpoint(EndpointConfiguration)
    /// A program on this machine.
    case command(CommandConfiguration)

    /// What tells its transcripts from those of other engines; `nil` for PocketSphinx.
    var identity: String? {
        switch self {
        case .pocketSphinx: nil
        case .whisper(let name): name
        case .endpoint(let endpoint): "\(endpoint.baseURL.absoluteString) \(endpoint.model)"
        case .command(let command):
            Self.line(of: command)
        }
    }

    /// This very engine as arguments of `EngineOptions`: what reads them chooses nothing by itself.
    var arguments: [String] {
        // A value may begin with a dash, so it stands in one argument with its option.
        switch self {
        case .pocketSphinx: ["--engine=pocketsphinx"]
        case .whisper(let name): ["--engine=whisper", "--whisper-model=\(name)"]
        case .endpoint(let endpoint):
            [
                "--engine=endpoint", "--endpoint=\(endpoint.baseURL.absoluteString)",
                "--endpoint-model=\(endpoint.model)",
            ] + (endpoint.carriage == .plainAllowed ? ["--plain-http"] : [])
        case .command(let command): ["--engine=command", "--ear-command=\(Self.line(of: command))"]
        }
    }

    /// How many live streams this machine hears at once, as measured on two processors (Docs/Benchmarks.md): with five of PocketSphinx
    /// 95 of 100 texts are at most a second behind; with an ear for the words beside it three are the most, and late where nobody rests.
    var liveStreams: Int {
        let processors = ProcessInfo.processInfo.activeProcessorCount
        let onTwo =
            switch self {
            case .pocketSphinx: 5
            case .whisper, .endpoint, .command: 3
            }
        return max(1, processors * onTwo / 2)
    }

    /// Beside how many live streams, itself included, this machine hears a new one with care: a careful one of PocketSphinx takes nearly
    /// half of a processor, a quick one a third (Docs/Benchmarks.md). Where something else hears the words there is one way of hearing.
    var carefulLiveStreams: Int {
        switch self {
        case .pocketSphinx: max(1, ProcessInfo.processInfo.activeProcessorCount / 2)
        case .whisper, .endpoint, .command: .max
        }
    }

    private static func line(of command: CommandConfiguration) -> String {
        ([command.program] + command.arguments).map(ShellText.quoted).joined(separator: " ")
    }
}
