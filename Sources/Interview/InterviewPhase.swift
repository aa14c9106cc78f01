/// What an interview is waiting for. It follows from what has happened, so an interview read back from disk
/// knows where it stood.
public enum InterviewPhase: Sendable, Hashable, CustomStringConvertible {
    /// It is to be begun.
    case planned
    /// A question is to be chosen: the first one, or the one after an answer was judged.
    case choosing
    /// A chosen question is to be spoken.
    case asking
    /// The question was put: an answer is awaited.
    case listening
    /// An answer is on disk: it is to be analysed and judged.
    case analysing
    /// An answer was judged, or its analysis failed: another attempt, a follow-up, the next question or the end.
    case reviewing
    /// Nothing more happens.
    case over

    /// The phase in words that follow "an interview that is".
    public var description: String {
        switch self {
        case .planned: "planned and not begun"
        case .choosing: "choosing a question"
        case .asking: "asking a question"
        case .listening: "waiting for an answer"
        case .analysing: "analysing an answer"
        case .reviewing: "reviewing an answer"
        case .over: "over"
        }
    }
}
