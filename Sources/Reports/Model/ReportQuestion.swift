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
    /// The score that counts, 0...100: of the last attempt, a person's before the judge's; `nil` when there is none.
    public let overall: Double?
    /// Why there is no score, as a sentence; `nil` when there is one.
    public let unjudgedBecause: String?
    /// That the last attempt was made with hints or a sample answer, as a sentence; `nil` when it was not.
    public let help: String?
    /// The hints and sample answers that were shown, in the order of time.
    public let shownHelp: [ReportHelp]
    /// What a person made of the last attempt; `nil` when nobody looked at it.
    public let review: ReportReview?

    init(_ turn: Turn, unansweredBecause: String?, reviewers: [Int64: String], wording: Wording) {
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
        takes = turn.takes.map {
            ReportTake($0, answering: turn.question, reviewers: reviewers, wording: wording)
        }
        overall = turn.score
        let judged = turn.takes.filter { $0.evaluation != nil }
        comparison =
            judged.count > 1
            ? judged.first.flatMap { first in judged.last.flatMap { TakeComparison(from: first, to: $0) } }
            : nil
        unjudgedBecause = unansweredBecause
        help = turn.finalTake.flatMap { turn.helpRemark(take: $0.number) }
        shownHelp = (turn.help ?? []).map { ReportHelp($0, of: turn) }
        review = takes.last?.review
    }

    /// The attempt that counts.
    public var finalTake: ReportTake? { takes.last }

    /// What it is called: "Question 2", "Follow-up to 2".
    public var name: String { isFollowUp ? "Follow-up to \(plannedNumber)" : "Question \(plannedNumber)" }
}
