public import Interview

/// What to do after an interview, and why.
public struct ReportAdvice: Sendable, Hashable, Encodable {
    /// What went well, the surest first, each naming its answers.
    public let strengths: [String]
    /// What to work on, the most useful first.
    public let areas: [String]
    /// How to prepare for the next interview.
    public let tips: [String]
    /// The steps of the next days.
    public let plan: PracticePlan
    /// What to study.
    public let resources: [StudyResource]
    /// Key points that were not heard, most heavily weighted first.
    public let missedPoints: [String]

    init(summary: InterviewSummary, feedback: InterviewFeedback?) {
        let names = AnswerNames(summary)
        strengths = feedback?.strengths.map { $0.line(names) } ?? []
        areas = feedback?.areas.map { $0.line(names) } ?? []
        tips = feedback?.tips.map { $0.line(names) } ?? []
        plan = feedback?.plan ?? PracticePlan(steps: [])
        resources = feedback?.resources.map(\.resource) ?? []
        missedPoints = summary.missedPoints
    }

    /// Whether there is nothing to say.
    public var isEmpty: Bool {
        strengths.isEmpty && areas.isEmpty && tips.isEmpty && plan.steps.isEmpty && resources.isEmpty
            && missedPoints.isEmpty
    }
}
