public import Interview

/// A question that is to be added to an interview.
public struct AddedQuestion: Sendable, Hashable {
    /// The interview.
    public let interview: RecordName
    /// The question; where its id is taken in the interview, it gets another one.
    public let question: Question
    /// Its place, 1 for the first; `nil` or one too large for the end.
    public let position: Int?

    /// A question for an interview.
    public init(_ question: Question, to interview: RecordName, position: Int? = nil) {
        self.interview = interview
        self.question = question
        self.position = position
    }
}
