import Audio
import FoundationEssentials
import Speech

/// What a client of a vosk-server says in words.
enum VoskRequest: Hashable {
    /// How it is to be heard.
    struct Configuration: Hashable {
        /// The rate of its sound, in hertz; `nil` for the usual one.
        var sampleRateHz: Int?
        /// Whether the words are wanted one by one; `nil` for the usual.
        var wantsWords: Bool?
    }

    /// How it is to be heard.
    case configuration(Configuration)
    /// No more sound comes.
    case end
    /// Nothing that is known, and why.
    case unknown(String)

    /// Reads what a client says. What it asks for beside rate and words, other servers know; here it changes nothing.
    init(_ text: String) {
        guard text.utf8.count <= LiveMessage.limitBytes,
            let json = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)),
            case .object(let fields) = json
        else {
            self = .unknown("The message is no JSON object.")
            return
        }
        if fields["eof"] != nil {
            self = .end
            return
        }
        guard case .object(let wanted)? = fields["config"] else {
            self = .unknown("The message is neither config nor eof.")
            return
        }
        var configuration = Configuration()
        if let rate = wanted["sample_rate"] {
            guard case .number(let number) = rate, let whole = Int(exactly: number.rounded()),
                AudioFeed.sampleRatesHz.contains(whole)
            else {
                self = .unknown("The sample_rate must be 8000 to 48000.")
                return
            }
            configuration.sampleRateHz = whole
        }
        switch wanted["words"] {
        case .number(let number)?: configuration.wantsWords = number != 0
        case .boolean(let wants)?: configuration.wantsWords = wants
        default: break
        }
        self = .configuration(configuration)
    }
}
