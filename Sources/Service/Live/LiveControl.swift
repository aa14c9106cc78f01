/// What a client of a live interview can say beside its sound.
public enum LiveControl: String, Sendable, Hashable, CaseIterable {
    /// The answer is finished.
    case end
    /// The question is passed over; what was said is not kept.
    case skip
    /// The question once more.
    case `repeat`
    /// Sound is not to be taken for a while.
    case pause
    /// Sound is to be taken again.
    case resume
    /// The client plays the question.
    case playing
    /// The client has played the question, or stopped playing it.
    case played
    /// The candidate leaves; the interview can be gone on with another time.
    case bye
}
