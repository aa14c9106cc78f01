public import Interview

/// What to do after an interview, and why.
public struct ReportAdvice: Sendable, Hashable, Encodable {
    /// What went well, the surest first.
    public let strengths: [FeedbackStatement]
    /// What to work on, the most useful first.
    public let areas: [FeedbackStatement]
    /// How to prepare for the next interview.
    public let tips: [FeedbackStatement]
    /// The steps of the next days.
    public let plan: PracticePlan
    /// What to study.
    public let resources: [StudyResource]
    /// Key points that were not heard, most heavily weighted first.
    public let missedPoints: [String]
    /// What the answers are called where sentences refer to them. It is not written as JSON.
    let names: AnswerNames

    private enum CodingKeys: String, CodingKey {
        case strengths, areas, tips, plan, resources, missedPoints
    }

    init(summary: InterviewSummary, feedback: InterviewFeedback?) {
        names = AnswerNames(summary)
        strengths = feedback?.strengths ?? []
        areas = feedback?.areas ?? []
        tips = feedback?.tips ?? []
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
