public import Interview

/// When an interview was or is to be held, and under which rules.
public struct ReportOccasion: Sendable, Hashable, Encodable {
    /// Whether it was begun; otherwise `InterviewReport.startedAt` is the time for which it was planned, or when it was planned.
    public let isBegun: Bool
    /// Whether it has a time that people agreed on.
    public let isScheduled: Bool
    /// How long it was planned to take, in minutes; `nil` where nobody planned that.
    public let plannedMinutes: Int?
    /// Where people meet; `nil` where nobody said.
    public let place: String?
    /// Whether it is for learning or for real.
    public let mode: InterviewDetails.Mode
    /// Whether its questions were fixed beforehand.
    public let hasFixedQuestions: Bool
    /// Why it was called off; `nil` when it was not, or nobody said why.
    public let cancellation: String?

    init(_ interview: Interview) {
        isBegun = interview.startedAt != nil
        isScheduled = interview.schedule != nil
        plannedMinutes = interview.schedule?.durationMinutes
        place = interview.schedule?.place
        mode = interview.details.mode
        hasFixedQuestions = interview.plan.fixed != nil
        cancellation = interview.cancellation
    }
}
