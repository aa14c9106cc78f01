public import Evaluation
public import Interview

/// How an interview went as a whole, and how far that can be relied upon.
public struct ReportResult: Sendable, Hashable, Encodable {
    /// The score that counts, 0...100: that of a person's review, else the mean of the answers; `nil` when there is none.
    public let overall: Double?
    /// The mean of the answers' scores, 0...100; `nil` when no answer has one.
    public let answersMean: Double?
    /// What a person made of the interview as a whole; `nil` when nobody looked at it.
    public let review: ReportReview?
    /// The score in one word; `nil` without a score.
    public let label: PerformanceLabel?
    /// The score in one to five stars; `nil` without a score.
    public let stars: StarRating?
    /// Technical content, communication and delivery in stars; `nil` where they are not known.
    public let ratings: Ratings?
    /// The mean of each dimension over the answers in which it was judged.
    public let dimensions: [InterviewSummary.DimensionMean]
    /// Mean pace over the spoken answers, in words a minute; `nil` when not measured.
    public let wordsPerMinute: Double?
    /// Fillers a minute over the spoken answers; `nil` when not measured.
    public let fillersPerMinute: Double?
    /// Where the scores went in the course of the interview; `nil` with too few.
    public let trend: Trend?
    /// Where the scores of the interviews go; `nil` with too few.
    public let trendOverInterviews: Trend?
    /// What `trendOverInterviews` rests on, as a phrase.
    public let trendOverInterviewsRemark: String?
    /// Who judged and what these judges cannot see, as sentences; `nil` when no answer has a score.
    public let judgement: String?
    /// How the answers were judged; `nil` where that differs or is not known.
    public let judging: InterviewJudging?
    /// How well the answers were heard; `nil` where that is not known.
    public let hearing: InterviewHearing?
    /// What there is to know before the scores are believed, as sentences.
    public let hearingRemarks: [String]

    init(
        summary: InterviewSummary, feedback: InterviewFeedback?, evaluations: [Evaluation],
        review: ReportReview?, answerScores: [Double]
    ) {
        overall = summary.meanOverall
        let finite = answerScores.filter(\.isFinite)
        answersMean = finite.isEmpty ? nil : finite.reduce(0, +) / Double(finite.count)
        self.review = review
        label = PerformanceLabel(score: summary.meanOverall)
        stars = StarRating(score: summary.meanOverall)
        ratings = feedback?.ratings
        dimensions = summary.dimensions
        wordsPerMinute = summary.wordsPerMinute
        fillersPerMinute = summary.fillersPerMinute
        trend = feedback?.trend
        trendOverInterviews = feedback?.trendOverInterviews
        trendOverInterviewsRemark = feedback?.trendOverInterviewsRemark
        judgement = Evaluation.judgement(of: evaluations)
        judging = feedback?.judging
        hearing = feedback?.hearing
        hearingRemarks = feedback?.hearing.remarks ?? []
    }
}
