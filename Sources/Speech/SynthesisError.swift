/// Why a text could not be spoken.
public enum SynthesisError: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is nothing to say.
    case emptyText
    /// The text is longer than one request may be.
    case textTooLong(characters: Int, limit: Int)
    /// No such voice.
    case unknownVoice(String)
    /// A number is outside what the engine takes.
    case outOfRange(what: String, value: Int, allowed: ClosedRange<Int>)
    /// The engine refused to start or to speak.
    case engineFailed(engine: String, reason: String)

    /// What was being done, on what, why it failed and what to do.
    public var description: String {
        switch self {
        case .emptyText: "There is no text to speak."
        case .textTooLong(let characters, let limit):
            "The text has \(characters) characters and at most \(limit) can be spoken at once: split it."
        case .unknownVoice(let voice):
            "There is no voice named \(voice): `viva speak --list-voices` names those installed."
        case .outOfRange(let what, let value, let allowed):
            "The \(what) \(value) is outside \(allowed.lowerBound) to \(allowed.upperBound)."
        case .engineFailed(let engine, let reason): "\(engine) failed: \(reason)."
        }
    }
}
