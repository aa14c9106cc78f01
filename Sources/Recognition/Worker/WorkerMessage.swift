import FoundationEssentials
import Speech

/// What is said between a program and its worker: one JSON object a line; the samples of an utterance follow its line
/// as 32-bit floats, little-endian. Calls are numbered, and answered in whatever order they are done.
enum WorkerMessage {
    /// A request with its number.
    struct Call: Codable {
        var number: Int
        var request: Request
    }

    /// What is answered to the call of a number.
    struct Answer: Codable {
        var number: Int
        var reply: Reply
    }

    /// What a worker is asked.
    enum Request: Codable {
        /// Prepare for an answer.
        case expect(HearingContext?)
        /// Hear utterances that follow one another; their samples come one after the other.
        case recognize([Clip])
        /// Take the next audio of an utterance that is being spoken, and tell its text so far.
        case preview(Clip)
        /// Tell the text of an utterance that seems to be over, at once and roughly.
        case quickText(Clip)
        /// Hear an utterance that was previewed, up to a sample.
        case along(Clip, until: Int)
        /// Tell how many syllables words have.
        case syllables([String])
        /// Give up the call of this number; it is answered nevertheless, sooner.
        case cancel

        /// How many samples follow.
        var sampleCount: Int {
            let clips: [Clip]
            switch self {
            case .recognize(let several): clips = several
            case .preview(let clip), .quickText(let clip), .along(let clip, _): clips = [clip]
            case .expect, .syllables, .cancel: return 0
            }
            return clips.reduce(0) { sum, clip in
                let (total, isTooMuch) = sum.addingReportingOverflow(clip.samples)
                return isTooMuch || clip.samples < 0 ? .max : total
            }
        }
    }

    /// An utterance whose audio begins at a sample and is `samples` long.
    struct Clip: Codable {
        var speech: TimeRange
        var startSample: Int
        var samples: Int

        init(_ utterance: Utterance) {
            speech = utterance.speech
            startSample = utterance.audio.startSample
            samples = utterance.audio.samples.count
        }
    }

    /// What a worker answers; the first, unasked and without a number, is `ready` or `failed`.
    enum Reply: Codable {
        /// The recogniser is there.
        case ready(Nature)
        /// The recogniser is prepared.
        case prepared
        /// What was heard in each utterance, and what the recogniser has to say of it.
        case words([[Word]], remarks: [String])
        /// The text of an utterance.
        case text(String)
        /// The syllables of each word.
        case syllables([Int?])
        /// What was asked could not be done.
        case failed(Failure)
    }

    /// What is true of a worker's recogniser for good.
    struct Nature: Codable {
        var name: String
        /// The rates that are expected for the mean confidences 0, 0.01 ... 1.
        var expectedWordErrorRates: [Double?]
        var mistakesFilledPauses: Bool
        var windowSeconds: Double
        /// Whether it has the text of an utterance sooner than its words; not said is no.
        var hasQuickText: Bool?
        /// Whether it hears along; not said is no.
        var hearsAlong: Bool?

        init(_ recognizer: any Recognizer) {
            name = recognizer.name
            expectedWordErrorRates = (0...100).map {
                recognizer.expectedWordErrorRate(meanConfidence: Double($0) / 100)
            }
            mistakesFilledPauses = recognizer.mistakesFilledPauses
            windowSeconds = recognizer.windowSeconds
            hasQuickText = recognizer.hasQuickText
            hearsAlong = recognizer.hearsAlong
        }
    }

    /// A `RecognitionError` on its way.
    enum Failure: Codable {
        case modelMissing(path: String, remedy: String)
        case modelInvalid(path: String, reason: String)
        case textsInvalid(path: String, reason: String)
        case engineFailed(engine: String, reason: String)
        case unanswered(engine: String, reason: String)
        case decodingFailed(time: TimeRange, reason: String)

        init(_ error: RecognitionError) {
            switch error {
            case .modelMissing(let path, let remedy): self = .modelMissing(path: path, remedy: remedy)
            case .modelInvalid(let path, let reason): self = .modelInvalid(path: path, reason: reason)
            case .textsInvalid(let path, let reason): self = .textsInvalid(path: path, reason: reason)
            case .engineFailed(let engine, let reason): self = .engineFailed(engine: engine, reason: reason)
            case .unanswered(let engine, let reason): self = .unanswered(engine: engine, reason: reason)
            case .decodingFailed(let time, let reason): self = .decodingFailed(time: time, reason: reason)
            }
        }

        var error: RecognitionError {
            switch self {
            case .modelMissing(let path, let remedy): .modelMissing(path: path, remedy: remedy)
            case .modelInvalid(let path, let reason): .modelInvalid(path: path, reason: reason)
            case .textsInvalid(let path, let reason): .textsInvalid(path: path, reason: reason)
            case .engineFailed(let engine, let reason): .engineFailed(engine: engine, reason: reason)
            case .unanswered(let engine, let reason): .unanswered(engine: engine, reason: reason)
            case .decodingFailed(let time, let reason): .decodingFailed(time: time, reason: reason)
            }
        }
    }

    /// The longest line; the words of half a minute take a thousandth of it.
    static let limitLineBytes = 16 << 20
    /// The most samples at once: ten minutes, far beyond what is cut.
    static let limitSamples = 600 * AudioBuffer.sampleRateHz

    static func line(_ message: some Encodable) throws -> [UInt8] {
        Array(try JSONEncoder().encode(message)) + [UInt8(ascii: "\n")]
    }

    static func bytes(_ samples: [Float]) -> [UInt8] {
        samples.withUnsafeBytes { Array($0) }
    }

    static func samples(_ bytes: [UInt8]) -> [Float] {
        bytes.withUnsafeBytes { bytes in
            (0..<bytes.count / 4).map { bytes.loadUnaligned(fromByteOffset: $0 * 4, as: Float.self) }
        }
    }
}
