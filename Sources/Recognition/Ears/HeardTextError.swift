/// Why what another ear printed or sent cannot be understood.
public enum HeardTextError: Error, Sendable, Hashable, CustomStringConvertible {
    /// It is a web page.
    case webPage
    /// It is not JSON.
    case notJSON(beginning: String)
    /// It is JSON without anything that was heard.
    case nothingHeard(keys: [String])
    /// A field is not what it should be.
    case wrongField(String, found: String)
    /// It is not text in UTF-8.
    case notText
    /// It reports a failure of its own.
    case refusal(String)
    /// A time lies far outside of the audio.
    case wrongTime(text: String, seconds: Double, durationSeconds: Double)

    /// Why it cannot be understood and what to do.
    public var description: String {
        switch self {
        case .webPage: "it is a web page; check the address"
        case .notJSON(let beginning): "it is not JSON; it begins with \"\(beginning)\""
        case .nothingHeard(let keys):
            "it has neither text, words nor segments, only "
                + (keys.isEmpty ? "nothing" : keys.map { "\"\($0)\"" }.joined(separator: ", "))
        case .wrongField(let field, let found): "its field \"\(field)\" is \(found)"
        case .notText: "it is not text in UTF-8"
        case .refusal(let reason): "it says: \(reason)"
        case .wrongTime(let text, let seconds, let duration):
            "it places \"\(text)\" at \(seconds) s of an audio of \(duration) s"
        }
    }
}
