import FoundationEssentials

extension CalendarEvent {
    /// The entry of an interview that is or was to be held at a time; `nil` for one without a time. Each move takes two numbers of
    /// `sequence`: that of the entry, and the one behind it for calling that off. So what is written later is always newer.
    ///
    /// - Parameters:
    ///   - interview: the interview; one that was called off makes a newer entry than the one before.
    ///   - candidate: who answers, and is invited.
    ///   - interviewer: who asks, and invites.
    ///   - status: how settled one is that was not called off.
    ///   - emailReminderMinutes: so many minutes before it begins the calendar sends mail as well.
    public init?(
        _ interview: Interview, candidate: CalendarPerson? = nil, interviewer: CalendarPerson? = nil,
        status: Status = .confirmed, emailReminderMinutes: [Int] = []
    ) {
        guard let schedule = interview.schedule else { return nil }
        self.init(
            uid: "\(interview.id.lowercased())@viva", sequence: 2 * min(schedule.moves, Self.limitMoves),
            start: schedule.start, end: schedule.end, summary: Self.summary(of: interview),
            details: Self.details(of: interview), place: schedule.place, organizer: interviewer,
            attendees: [candidate].compactMap(\.self), status: status,
            reminders: schedule.reminderMinutes.map { Reminder(minutes: $0) }
                + emailReminderMinutes.map { Reminder(minutes: $0, way: .email) })
        if interview.state == .cancelled { self = calledOff }
    }

    /// Whole numbers of calendars end below 2^31 (RFC 5545, section 3.3.8).
    private static let limitMoves = 1_000_000_000

    private static func summary(of interview: Interview) -> String {
        let details = interview.details
        if !details.title.isEmpty { return details.title }
        let subject = [interview.role, details.company].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: ", ")
        let sort = details.mode == .practice ? "Practice interview" : "Interview"
        return subject.isEmpty ? sort : "\(sort): \(subject)"
    }

    private static func details(of interview: Interview) -> String {
        let details = interview.details
        let count = interview.plan.questionCount
        let facts = [
            details.summary,
            interview.role.map { "Role: \($0)" }, details.company.map { "Company: \($0)" },
            (count == 0 ? "" : count == 1 ? "1 question, " : "\(count) questions, ")
                + "\(interview.schedule?.durationMinutes ?? InterviewSchedule.usualMinutes) minutes.",
            interview.cancellation.map { "Called off: \($0)" },
        ]
        return facts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
