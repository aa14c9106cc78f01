public import Evaluation
public import Interview
import Vocabulary

/// A question of an interview with what was answered.
public struct ReportQuestion: Sendable, Hashable, Encodable {
    /// 1 for the first question of the interview; follow-ups count as well.
    public let number: Int
    /// 1 for the first question of the plan; a follow-up has the number of its question.
    public let plannedNumber: Int
    /// Whether it followed up on the answer before.
    public let isFollowUp: Bool
    /// The question's name in its bank.
    public let questionID: String
    /// The question as it was put.
    public let text: String
    /// What sort of question it is.
    public let kind: QuestionKind
    /// Its subject.
    public let category: String
    /// How much experience it asks for.
    public let level: QuestionLevel
    /// Why it was chosen, as a sentence for the candidate.
    public let reason: String
    /// Whether it was put to the candidate.
    public let isPut: Bool
    /// The attempts at it, first to last; the last counts.
    public let takes: [ReportTake]
    /// What changed from the first attempt to the last that were judged; `nil` with fewer than two of them.
    public let comparison: TakeComparison?
    /// Why there is no score, as a sentence; `nil` when there is one.
    public let unjudgedBecause: String?
    /// That the last attempt was made with hints or a sample answer, as a sentence; `nil` when it was not.
    public let help: String?
    /// What a person made of the answer; `nil` when nobody looked at it.
    public let review: ReportReview?

    init(_ turn: Turn, unansweredBecause: String?, review: ReportReview?, wording: Wording) {
        number = turn.number
        plannedNumber = turn.plannedNumber
        isFollowUp = turn.followUp != nil
        questionID = turn.question.id
        text = turn.text
        kind = turn.question.kind
        category = turn.question.category
        level = turn.question.level
        reason = turn.reason
        isPut = turn.isPut
        takes = turn.takes.map { ReportTake($0, kind: turn.question.kind, wording: wording) }
        let judged = turn.takes.filter { $0.evaluation != nil }
        comparison =
            judged.count > 1
            ? judged.first.flatMap { first in judged.last.flatMap { TakeComparison(from: first, to: $0) } }
            : nil
        unjudgedBecause = unansweredBecause
        help = turn.finalTake.flatMap { turn.helpRemark(take: $0.number) }
        self.review = review
    }

    /// The attempt that counts.
    public var finalTake: ReportTake? { takes.last }

    /// What it is called: "Question 2", "Follow-up to 2".
    public var name: String { isFollowUp ? "Follow-up to \(plannedNumber)" : "Question \(plannedNumber)" }
}
