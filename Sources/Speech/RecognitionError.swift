/// Why a recogniser could not be made or could not decode.
public enum RecognitionError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A model file is missing or unreadable; `remedy` says what to do.
    case modelMissing(path: String, remedy: String)
    /// A model is there but is not what it should be.
    case modelInvalid(path: String, reason: String)
    /// The terms or phrases of interviews cannot be read, or are none.
    case textsInvalid(path: String, reason: String)
    /// The engine refused to start.
    case engineFailed(engine: String, reason: String)
    /// The engine is another machine's, and gave no answer this time: it may another time.
    case unanswered(engine: String, reason: String)
    /// The engine failed on an utterance.
    case decodingFailed(time: TimeRange, reason: String)

    /// What was being done, on what, why it failed and what to do.
    public var description: String {
        switch self {
        case .modelMissing(let path, let remedy): "The model \(path) is missing. \(remedy)"
        case .modelInvalid(let path, let reason): "The model \(path) cannot be used: \(Self.sentence(reason))"
        case .textsInvalid(let path, let reason): "The texts \(path) cannot be used: \(Self.sentence(reason))"
        case .engineFailed(let engine, let reason): "\(engine) could not start: \(Self.sentence(reason))"
        case .unanswered(let engine, let reason): "\(engine) gave no answer: \(Self.sentence(reason))"
        case .decodingFailed(let time, let reason):
            "Decoding the speech from \(time.startSeconds) s to \(time.endSeconds) s failed: \(Self.sentence(reason))"
        }
    }

    /// A reason as the end of a sentence; some are sentences already.
    private static func sentence(_ reason: String) -> String { reason.hasSuffix(".") ? reason : reason + "." }
}
