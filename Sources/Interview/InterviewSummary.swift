import Delivery
public import Evaluation

/// An interview in figures: the fold of its final takes.
public struct InterviewSummary: Sendable, Hashable, Codable {
    /// How one question went.
    public struct Line: Sendable, Hashable, Codable {
        /// The question's number in the plan; a follow-up has that of its question.
        public var plannedNumber: Int
        /// Whether it followed up on the answer before.
        public var isFollowUp: Bool
        /// The question as it was put.
        public var text: String
        /// The overall score, 0...100; `nil` when the answer was not judged.
        public var overall: Double?
        /// Why there is no score.
        public var unjudgedBecause: String?
        /// How many attempts there were.
        public var takeCount: Int
    }

    /// Where the interview ended.
    public var state: InterviewState
    /// The questions in order.
    public var lines: [Line]
    /// The mean of the overall scores, or the score of a person's review, 0...100; `nil` when there is none.
    public var meanOverall: Double?
    /// The mean of each dimension over the answers in which it was judged, in the order of the dimensions.
    public var dimensions: [DimensionMean]
    /// Mean pace over the spoken answers, in words a minute: all their words over the time from the first to the
    /// last word of each.
    public var wordsPerMinute: Double?
    /// Fillers a minute over all spoken answers: all their fillers over the time from the first to the last speech of
    /// each.
    public var fillersPerMinute: Double?
    /// Key points that were not heard, most heavily weighted first.
    public var missedPoints: [String]
    /// What all answers say together; `nil` in a summary of an older version.
    public var feedback: InterviewFeedback?

    /// A dimension's mean score.
    public struct DimensionMean: Sendable, Hashable, Codable {
        /// Which dimension.
        public var dimension: Dimension
        /// The mean, 0...100.
        public var mean: Double
        /// How many answers it rests on.
        public var answerCount: Int

        /// A mean that rests on so many answers.
        public init(dimension: Dimension, mean: Double, answerCount: Int) {
            self.dimension = dimension
            self.mean = mean
            self.answerCount = answerCount
        }
    }

    /// The summary of an interview as it stands.
    ///
    /// - Parameters:
    ///   - resources: what there is to study.
    ///   - earlierScores: the mean scores of earlier interviews that were judged in the same way (`InterviewJudging`), 0...100, in the
    ///     order of time.
    public init(of interview: Interview, resources: [StudyResource] = [], earlierScores: [Double] = []) {
        let takes = interview.turns.compactMap(\.finalTake)
        let evaluations = takes.compactMap(\.evaluation)
        state = interview.state
        lines = interview.turns.map(Self.line)
        meanOverall = interview.score
        dimensions = Dimension.allCases.compactMap { dimension in
            let scores = evaluations.compactMap { evaluation in
                evaluation.dimensions.first { $0.dimension == dimension }?.score
            }
            return Mean.of(scores).map {
                DimensionMean(dimension: dimension, mean: $0, answerCount: scores.count)
            }
        }
        (wordsPerMinute, fillersPerMinute) = Self.delivery(takes)
        missedPoints = MissedPoint.all(of: interview).map(\.point.statement)
        feedback = InterviewFeedback(of: interview, resources: resources, earlierScores: earlierScores)
    }

    private static func line(_ turn: Turn) -> Line {
        let evaluation = turn.finalTake?.evaluation
        let reason: String? =
            switch turn.finalTake?.progress {
            case nil: "No answer was given."
            case .received: "The answer has not been analysed yet."
            case .failed(let reason): reason
            case .judged: evaluation?.overall == nil ? evaluation?.narrative : nil
            }
        return Line(
            plannedNumber: turn.plannedNumber, isFollowUp: turn.followUp != nil, text: turn.text,
            overall: turn.finalTake?.score, unjudgedBecause: reason,
            takeCount: turn.takes.count)
    }

    /// Pace and fillers over all spoken takes together: what a mean of each answer's own rate would distort,
    /// since a short answer would weigh as much as a long one. Each rate counts over a span of its own, pauses
    /// included (see `DeliveryReport`), and is weighted by that span, not by the time spent speaking. Answers too short
    /// for a rate do not count.
    private static func delivery(_ takes: [Take]) -> (wordsPerMinute: Double?, fillersPerMinute: Double?) {
        var words = 0.0
        var fillers = 0.0
        var paceMinutes = 0.0
        var fillerMinutes = 0.0
        for report in takes.compactMap({ $0.analysis?.delivery }) {
            if let pace = report.wordsPerMinute.value, pace > 0 {
                words += Double(report.wordCount)
                paceMinutes += Double(report.wordCount) / pace
            }
            if let rate = report.fillersPerMinute.value, let share = report.phonationTimeRatio.value,
                share > 0
            {
                let minutes = report.speakingSeconds / share / 60
                fillers += rate * minutes
                fillerMinutes += minutes
            }
        }
        return (
            paceMinutes > 0 ? words / paceMinutes : nil, fillerMinutes > 0 ? fillers / fillerMinutes : nil
        )
    }
}
