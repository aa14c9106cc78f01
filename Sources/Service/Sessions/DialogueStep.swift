public import Records

/// Where an interview that is held question by question stands.
public struct DialogueStep: Sendable {
    /// The interview.
    public let sheet: InterviewSheet
    /// The question that was just put and is to be answered; `nil` when all were answered.
    public let question: InterviewQuestion?
    /// The question that was just answered, with what became of the answer; `nil` at the beginning.
    public let answered: AnsweredQuestion?
}
