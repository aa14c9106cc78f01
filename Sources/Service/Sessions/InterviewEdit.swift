public import FoundationEssentials
public import Interview

/// What is to be changed about an interview; what is `nil` stays as it is.
public struct InterviewEdit: Sendable, Hashable {
    /// What it is called.
    public var title: String?
    /// What it is about; empty for nothing.
    public var summary: String?
    /// The number of the person who asks.
    public var interviewer: Int64?
    /// The number of the person who answers.
    public var candidate: Int64?
    /// How long it is planned to take, in minutes.
    public var minutes: Int?
    /// When it is to be held.
    public var start: Date?
    /// Where it is to stand: begun, completed, called off or given up.
    public var state: InterviewState?

    /// Nothing.
    public init() {}

    /// Changes an interview, but for its beginning and its completion.
    ///
    /// - Throws: `InterviewError`, `InvalidField`.
    func apply(to interview: inout Interview, at date: Date) throws {
        if let title { interview.details.title = try InvalidField.text(title, "title") ?? "" }
        if let summary { interview.details.summary = try InvalidField.text(summary, "description") }
        if let interviewer { interview.details.interviewer = interviewer }
        if let candidate { interview.details.candidate = candidate }
        let planned =
            interview.schedule?.durationMinutes ?? interview.details.plannedMinutes
            ?? InterviewSchedule.usualMinutes
        if let minutes, minutes != planned { try interview.settle(minutes: minutes) }
        if let start, start != interview.schedule?.start {
            let moved =
                interview.schedule?.moved(to: start)
                ?? InterviewSchedule(
                    start: start,
                    durationMinutes: interview.details.plannedMinutes ?? InterviewSchedule.usualMinutes)
            if let old = interview.schedule, old.start <= date {
                try interview.replan(for: moved, at: date)
            } else {
                try interview.handle(.rescheduled(moved, at: date))
            }
        }
        guard let state, state != interview.state else { return }
        switch state {
        case .cancelled: try interview.handle(.cancelled(reason: nil, at: date))
        case .abandoned: try interview.handle(.abandoned(at: date))
        default: break
        }
    }
}
