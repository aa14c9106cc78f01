import FoundationEssentials
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
            ([command.program] + command.arguments).map(ShellText.quoted).joined(separator: " ")
        }
    }
}
