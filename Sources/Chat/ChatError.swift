/// Why a language model gave no answer that can be used.
public enum ChatError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The model cannot be asked as it is configured.
    case unusable(model: String, reason: String)
    /// The budget of requests is used up for longer than may be waited.
    case budgetUsedUp(model: String, nextInSeconds: Int)
    /// It failed several times in a row and is left alone for a while.
    case resting(model: String, nextInSeconds: Int)
    /// There was no whole answer: no connection, a time-out, an answer that is too large.
    case unreachable(model: String, reason: String)
    /// There was no answer in the time that was left for it.
    case outOfTime(model: String)
    /// The endpoint refused the request or failed itself.
    case refused(model: String, status: Int, reason: String)
    /// The answer cannot be understood.
    case unreadable(model: String, reason: String)
    /// The answer was cut off at its limit of tokens.
    case cutOff(model: String)
    /// The endpoint's filter kept the answer back.
    case filtered(model: String)
    /// The model declined to answer.
    case declined(model: String, reason: String)
    /// The task was cancelled.
    case cancelled(model: String)

    /// What was asked, why there is no answer and what to do.
    public var description: String {
        switch self {
        case .unusable(let model, let reason): "\(model) cannot be asked: \(reason)."
        case .budgetUsedUp(let model, let seconds):
            "\(model) was not asked: its requests of this minute are used up for another \(seconds) s. Wait, or allow more."
        case .resting(let model, let seconds):
            "\(model) was not asked: it failed several times in a row, and is asked again in \(seconds) s."
        case .unreachable(let model, let reason): "\(model) did not answer: \(reason)"
        case .outOfTime(let model):
            "\(model) did not answer in the time that was left for it. Choose a faster model or endpoint."
        case .refused(let model, let status, let reason):
            "\(model) did not answer (status \(status)): \(reason)."
        case .unreadable(let model, let reason): "The answer of \(model) cannot be understood: \(reason)."
        case .cutOff(let model):
            "The answer of \(model) was cut off at its limit of tokens. Allow more tokens, or choose another model."
        case .filtered(let model): "The answer of \(model) was kept back by its filter."
        case .declined(let model, let reason): "\(model) declined to answer: \(reason)."
        case .cancelled(let model): "Asking \(model) was cancelled."
        }
    }

    /// Whether nothing was wrong with the request: the endpoint is away, or too busy.
    var isOutage: Bool {
        switch self {
        case .unreachable: true
        case .refused(_, let status, _): status == 429 || status >= 500
        default: false
        }
    }
}
