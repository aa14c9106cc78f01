import Audio
import FoundationEssentials
import Service
import Speech
import Web

/// What a client of a live interview says in words: how it begins, and what is to be done.
enum LiveMessage {
    /// How a client begins.
    struct Start: Sendable, Hashable {
        /// The rate of its sound, in hertz.
        var sampleRateHz: Int
        /// The question to begin with, by its number.
        var question: Int64?
        /// Whether the text so far is wanted while somebody speaks.
        var wantsPartials: Bool
        /// Whether the sound of questions is wanted.
        var wantsAudio: Bool
        /// The number of the last event that it has, when it comes back.
        var after: Int?
        /// The session, where it is said once more.
        var session: String?
    }

    /// Why a message was not understood.
    struct Fault: Error, Hashable {
        let reason: String
    }

    private static let type = RequestField<String>("type", "What it is.")
    private static let rate = RequestField<Int>(
        "sample_rate", "The rate of the sound, in hertz.",
        schema: .integer(AudioFeed.sampleRatesHz))
    private static let format = RequestField<String>(
        "format", "How a sample is stored.", schema: .choice(["pcm_s16le"]), usual: "pcm_s16le")
    private static let session = RequestField<JSONValue>(
        "session_id", "The session.", schema: .any, usual: .null)
    private static let question = RequestField<Int64?>(optional: "question", "The question to begin with.")
    private static let partials = RequestField<Bool>("partials", "Whether partials are wanted.", usual: true)
    private static let audio = RequestField<Bool>(
        "audio", "Whether questions are sent as sound.", usual: true)
    private static let after = RequestField<Int?>(
        optional: "after", "The sequence of the last event that the client has.",
        schema: .integer(0...JSONSchema.integers.upperBound))
    private static let start = RequestForm(
        "LiveStart", [type, rate, format, session, question, partials, audio, after])

    /// How many bytes words may have.
    static let limitBytes = 16 << 10

    /// Reads how a client begins.
    static func start(_ text: String) throws(Fault) -> Start {
        let json = try self.json(text)
        guard try name(json) == "start" else {
            throw Fault(reason: "The first message must be {\"type\": \"start\", \"sample_rate\": 16000}.")
        }
        let values: RequestValues
        do throws(RequestFaults) { values = try start.values(of: json) } catch {
            throw Fault(reason: error.description)
        }
        let session: String? =
            switch values[session] {
            case .text(let text): text
            case .number(let number): Int64(exactly: number).map { "\($0)" } ?? "\(number)"
            default: nil
            }
        return Start(
            sampleRateHz: values[rate], question: values[question], wantsPartials: values[partials],
            wantsAudio: values[audio], after: values[after], session: session)
    }

    /// Reads what is to be done.
    static func control(_ text: String) throws(Fault) -> LiveControl {
        let name = try name(json(text))
        guard let control = LiveControl(rawValue: name) else {
            let known = LiveControl.allCases.map(\.rawValue).joined(separator: ", ")
            throw Fault(reason: "There is no message of the type \(name.prefix(40)): there are \(known).")
        }
        return control
    }

    private static func json(_ text: String) throws(Fault) -> JSONValue {
        guard text.utf8.count <= limitBytes,
            let json = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        else { throw Fault(reason: "The message is no JSON object of at most \(limitBytes) bytes.") }
        return json
    }

    private static func name(_ json: JSONValue) throws(Fault) -> String {
        guard case .object(let fields) = json, case .text(let name)? = fields["type"] else {
            throw Fault(reason: "The message says no type, such as {\"type\": \"end\"}.")
        }
        return name
    }
}
