import FoundationEssentials
import Speech

/// What is said between a program and its worker: one JSON object a line; the samples of an utterance follow its line
/// as 32-bit floats, little-endian.
enum WorkerMessage {
    /// What a worker is asked.
    enum Request: Codable {
        /// Prepare for an answer.
        case expect(HearingContext?)
        /// Hear utterances that follow one another; their samples come one after the other.
        case recognize([Clip])

        /// How many samples follow.
        var sampleCount: Int {
            guard case .recognize(let clips) = self else { return 0 }
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
    }

    /// What a worker answers; the first, unasked, is `ready` or `failed`.
    enum Reply: Codable {
        /// The recogniser is there.
        case ready(Nature)
        /// The recogniser is prepared.
        case prepared
        /// What was heard in each utterance, and what the recogniser has to say of it.
        case words([[Word]], remarks: [String])
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

        init(_ recognizer: any Recognizer) {
            name = recognizer.name
            expectedWordErrorRates = (0...100).map {
                recognizer.expectedWordErrorRate(meanConfidence: Double($0) / 100)
            }
            mistakesFilledPauses = recognizer.mistakesFilledPauses
            windowSeconds = recognizer.windowSeconds
        }
    }

    /// A `RecognitionError` on its way.
    enum Failure: Codable {
        case modelMissing(path: String, remedy: String)
        case modelInvalid(path: String, reason: String)
        case textsInvalid(path: String, reason: String)
        case engineFailed(engine: String, reason: String)
        case decodingFailed(time: TimeRange, reason: String)

        init(_ error: RecognitionError) {
            switch error {
            case .modelMissing(let path, let remedy): self = .modelMissing(path: path, remedy: remedy)
            case .modelInvalid(let path, let reason): self = .modelInvalid(path: path, reason: reason)
            case .textsInvalid(let path, let reason): self = .textsInvalid(path: path, reason: reason)
            case .engineFailed(let engine, let reason): self = .engineFailed(engine: engine, reason: reason)
            case .decodingFailed(let time, let reason): self = .decodingFailed(time: time, reason: reason)
            }
        }

        var error: RecognitionError {
            switch self {
            case .modelMissing(let path, let remedy): .modelMissing(path: path, remedy: remedy)
            case .modelInvalid(let path, let reason): .modelInvalid(path: path, reason: reason)
            case .textsInvalid(let path, let reason): .textsInvalid(path: path, reason: reason)
            case .engineFailed(let engine, let reason): .engineFailed(engine: engine, reason: reason)
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
