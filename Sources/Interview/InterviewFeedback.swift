public import Evaluation

/// What all answers of an interview say together: what went well, what to work on, with what and in which order.
///
/// ```swift
/// let feedback = InterviewFeedback(of: interview, resources: resources)
/// for area in feedback.areas { print(area.text, area.answers) }
/// ```
///
/// Every sentence rests on answers that it names and on a figure or words of theirs; where there is nothing to rest on there is
/// no sentence. It speaks of what was said and heard, never of a person or their fitness for a job. The rules are in
/// `Docs/Scoring.md`.
public struct InterviewFeedback: Sendable, Hashable, Codable {
    /// Something to study, and why.
    public struct Recommendation: Sendable, Hashable, Codable {
        /// What to study.
        public var resource: StudyResource
        /// What it is for: a category of questions, `Dimension.topic` or the raw value of a `DeliveryTheme`.
        public var topic: String
        /// The numbers of the turns whose answers call for it.
        public var answers: [Int]
    }

    /// More sentences of one kind are not made: nobody works on more at once.
    public static let mostStatements = 5
    /// More things to study are not named.
    public static let mostResources = 4

    /// The mean score in one word; `nil` when no answer has a score.
    public var label: PerformanceLabel?
    /// Technical content, communication and delivery in stars, over all answers.
    public var ratings: Ratings
    /// How steadily the spoken answers were delivered, 0...100: the mean of their `DeliverySteadiness`.
    public var deliverySteadiness: Double?
    /// Where the scores of the answers went in the course of the interview; `nil` with fewer than `Trend.scoresNeeded`.
    public var trend: Trend?
    /// Why there is no trend, with how many scores are needed, as a sentence; `nil` when there is one.
    public var trendAbsence: String?
    /// Where the mean scores of the interviews go that were judged in the way of this one, this one last; `nil` with fewer than
    /// `Trend.scoresNeeded` of them.
    public var trendOverInterviews: Trend?
    /// How the answers were judged; `nil` where that differs or is not known, so that no interviews are compared, and in feedback of
    /// older versions.
    public var judging: InterviewJudging?
    /// How well the answers were heard, and how sure their judgement is.
    public var hearing: InterviewHearing
    /// What went well, the surest first.
    public var strengths: [FeedbackStatement]
    /// What to work on, the most useful first.
    public var areas: [FeedbackStatement]
    /// How to prepare for the next interview, in the order of the areas.
    public var tips: [FeedbackStatement]
    /// What to study, in the order of the areas.
    public var resources: [Recommendation]
    /// What to do in the next days.
    public var plan: PracticePlan

    /// The feedback of an interview as it stands.
    ///
    /// - Parameters:
    ///   - resources: what there is to study; without any none is recommended.
    ///   - earlierScores: the mean scores of earlier interviews that were judged in the same way (`InterviewJudging`), 0...100, in the
    ///     order of time.
    public init(of interview: Interview, resources: [StudyResource] = [], earlierScores: [Double] = []) {
        let answers = FeedbackAnswer.all(of: interview)
        let scores = answers.compactMap(\.score)
        // What a person says about the interview as a whole counts more than its answers.
        let mean = interview.score
        let dimension = { (dimension: Dimension) in
            Mean.of(answers.compactMap { $0.evaluation.score(dimension) })
        }
        label = PerformanceLabel(score: mean)
        let steadiness = Mean.of(answers.compactMap { $0.steadiness?.score })
        deliverySteadiness = steadiness
        ratings = Ratings(
            technical: dimension(.technicalAccuracy),
            communication: Ratings.communication(
                clarity: dimension(.clarity), communication: dimension(.communication)),
            delivery: steadiness)
        trend = Trend(of: scores)
        trendAbsence =
            trend == nil
            ? "A trend needs \(Trend.scoresNeeded) answers with a score; "
                + (scores.count == 1 ? "there is 1." : "there are \(scores.count).") : nil
        let judging = InterviewJudging(of: interview)
        self.judging = judging
        trendOverInterviews = judging.flatMap { _ in Trend(of: earlierScores + (mean.map { [$0] } ?? [])) }
        hearing = InterviewHearing(of: interview.turns.compactMap(\.finalTake))
        let missed = MissedPoint.all(of: interview)
        strengths = InterviewStrengths(answers).statements
        let areas = InterviewAreas(answers, missed: missed)
        self.areas = areas.statements
        tips = PreparationTips(areas, unheard: FeedbackAnswer.unheard(in: interview)).statements
        let recommendations = Self.recommendations(for: areas, answers: answers, from: resources)
        self.resources = recommendations
        plan = PracticePlan(
            of: interview, answers: answers, missed: missed, areas: areas, recommendations: recommendations)
    }

    /// What the trend over interviews rests on, as a phrase; `nil` without one.
    public var trendOverInterviewsRemark: String? {
        trendOverInterviews?.remark(of: "interviews" + (judging.map { " judged \($0.phrase)" } ?? ""))
    }

    /// One resource for each topic of the areas and for each category with a low mean; a second one for the first topic.
    private static func recommendations(
        for areas: InterviewAreas, answers: [FeedbackAnswer], from resources: [StudyResource]
    ) -> [Recommendation] {
        var wanted: [(topic: String, answers: [Int])] = areas.statements.compactMap { area in
            area.topic.map { ($0, area.answers) }
        }
        wanted += FeedbackAnswer.weakCategories(of: answers).map { ($0.category, $0.answers) }
        var seen: Set<String> = []
        wanted = wanted.filter { seen.insert($0.topic).inserted }
        var found: [Recommendation] = []
        for (index, topic) in wanted.enumerated() {
            let fitting = resources.filter { resource in
                resource.topics.contains(topic.topic) && !found.contains { $0.resource == resource }
            }
            found += fitting.prefix(index == 0 ? 2 : 1).map {
                Recommendation(resource: $0, topic: topic.topic, answers: topic.answers)
            }
        }
        return Array(found.prefix(mostResources))
    }
}
