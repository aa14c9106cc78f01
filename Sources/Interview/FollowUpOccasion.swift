public import Evaluation

/// What a follow-up is to be written for.
public struct FollowUpOccasion: Sendable, Hashable {
    /// The question of the bank.
    public var question: Question
    /// The key point that the answer left out; `nil` when `due` asks about a vague claim.
    public var point: KeyPoint?
    /// The questions that were put on it so far, the question itself first.
    public var asked: [String]
    /// The last answer, as text.
    public var answer: JudgedAnswer
    /// The follow-up that is asked where none is written: the bank's, or one about a vague claim (`FollowUp.claim`).
    public var due: FollowUp

    /// An occasion for a follow-up.
    public init(question: Question, point: KeyPoint?, asked: [String], answer: JudgedAnswer, due: FollowUp) {
        self.question = question
        self.point = point
        self.asked = asked
        self.answer = answer
        self.due = due
    }
}
