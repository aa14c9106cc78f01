import Archive
import FoundationEssentials
import Interview
import Records

/// Shows one interview that is or was planned: when, with whom and what follows from it.
struct PlannedView {
    let archive: Archive
    let zone: ZoneOptions
    let common: CommonOptions
    /// Files and folders with questions of one's own that it was planned with.
    var bank: [String] = []

    private struct Output: Encodable {
        var number: Int64
        var interview: Interview
    }

    func print(_ kept: KeptInterview) async throws {
        guard !common.json else {
            return try JSONOutput.print(Output(number: kept.number, interview: kept.interview))
        }
        let interview = kept.interview
        let page = Page(palette: common.palette)
        let title = interview.details.title
        page.title("Interview \(kept.number)\(title.isEmpty ? "" : ": \(title)")")
        page.figure("State", interview.state.words, remark: interview.cancellation ?? "")
        show(interview.schedule, on: page)
        await InterviewPeople(of: interview.details, in: archive).show(on: page)
        let preferences = interview.plan.preferences
        page.figure("Role", interview.role ?? "any")
        page.figure(
            "Questions",
            "\(interview.plan.questionCount), \(preferences.mix.rawValue), from level \(preferences.level.rawValue)"
        )
        if let minutes = interview.details.timeOutMinutes {
            page.figure("Given up", "\(TextLayout.minutes(minutes)) after the last answer")
        }
        if !interview.state.isOver {
            let way = interview.details.medium == .text ? "--text" : "--microphone"
            page.space()
            let command = ResumeCommand(way: way, number: kept.number, home: archive.home, bank: bank)
            page.next("Begin it with:", command: "\(command)")
        }
        page.space()
    }

    private func show(_ schedule: InterviewSchedule?, on page: Page) {
        guard let schedule else { return page.figure("Planned for", "no time yet") }
        page.figure("Planned for", zone.text(schedule.start))
        page.figure("Takes", TextLayout.minutes(schedule.durationMinutes))
        if let place = schedule.place { page.figure("Place", place) }
        let reminders = schedule.reminderMinutes.map(TextLayout.minutes)
        page.figure("Reminders", reminders.isEmpty ? "none" : reminders.joined(separator: ", ") + " before")
        page.figure(
            "May be moved",
            schedule.allowsRescheduling ? "until \(zone.text(schedule.rescheduleDeadline))" : "no")
    }
}
