import Delivery
import Evaluation

/// What changed from one interview to another: the means of the answers that count.
public struct InterviewComparison: Sendable, Hashable, Codable {
    /// A question that was answered in both.
    public struct SharedQuestion: Sendable, Hashable, Codable {
        /// Its id in the bank.
        public var id: String
        /// Its words.
        public var text: String
        /// The score of the answer that counts in the one, 0...100; `nil` when it has none.
        public var before: Double?
        /// The score of the answer that counts in the other, 0...100; `nil` when it has none.
        public var after: Double?
    }

    /// The scores and the figures of the delivery, those that a speaker looks for first at the front.
    public var changes: [TakeComparison.Change]
    /// The questions that were answered in both, in the order of the first; follow-ups are left out.
    public var sharedQuestions: [SharedQuestion]
    /// What is to be known before the two are compared, as sentences.
    public var remarks: [String]

    /// Compares two interviews.
    public init(from earlier: Interview, to later: Interview) {
        let (before, after) = (InterviewSummary(of: earlier), InterviewSummary(of: later))
        changes = [.init(score: "overall score", from: before.meanOverall, to: after.meanOverall)]
        changes += Dimension.allCases.compactMap { dimension in
            let mean = { (summary: InterviewSummary) in
                summary.dimensions.first { $0.dimension == dimension }?.mean
            }
            let (old, new) = (mean(before), mean(after))
            guard old != nil || new != nil else { return nil }
            return .init(score: dimension.title.lowercased(), from: old, to: new)
        }
        changes += ComparedFigure.changes(from: Self.reports(earlier), to: Self.reports(later))
        let answered = Self.answered(later)
        sharedQuestions = Self.answered(earlier).compactMap { turn in
            guard let again = answered.first(where: { $0.question.id == turn.question.id }) else {
                return nil
            }
            return SharedQuestion(
                id: turn.question.id, text: turn.text, before: turn.finalTake?.score,
                after: again.finalTake?.score)
        }
        remarks = Self.remarks(earlier, later)
    }

    private static func reports(_ interview: Interview) -> [DeliveryReport] {
        interview.turns.compactMap { $0.finalTake?.analysis?.delivery }
    }

    private static func answered(_ interview: Interview) -> [Turn] {
        interview.turns.filter { $0.followUp == nil && !$0.takes.isEmpty }
    }

    /// What makes a difference that is none of the candidate's.
    private static func remarks(_ earlier: Interview, _ later: Interview) -> [String] {
        var remarks: [String] = []
        let (old, new) = (InterviewJudging(of: earlier), InterviewJudging(of: later))
        if let old, let new, old != new {
            remarks.append(
                "One was judged \(old.phrase) and the other \(new.phrase): their scores are no measure of each other."
            )
        }
        let levels = (earlier.plan.preferences.level, later.plan.preferences.level)
        if levels.0 != levels.1 {
            remarks.append(
                "The questions of one began at level \(levels.0.rawValue), those of the other at \(levels.1.rawValue)."
            )
        }
        let spoken = (reports(earlier).isEmpty, reports(later).isEmpty)
        if spoken.0 != spoken.1 {
            remarks.append("The answers of one were spoken and those of the other typed.")
        }
        return remarks
    }
}
