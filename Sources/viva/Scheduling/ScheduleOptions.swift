import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// What is settled about the time of an interview. What is not given is `nil` or empty, so that it can be told from what is.
struct ScheduleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How long it is to take, 1 to 1440. Left out: \(InterviewSchedule.usualMinutes).",
            valueName: "minutes"))
    var minutes: Int?
    @Option(help: ArgumentHelp("Where people meet: a room, or an address on the net.", valueName: "text"))
    var place: String?
    @Option(
        help: ArgumentHelp(
            "Remind people so many minutes before, 0 to 40320; may be given up to five times. Left out: a day and a quarter of an hour before.",
            valueName: "minutes"))
    var reminder: [Int] = []
    @Flag(help: "Remind nobody.") var noReminder = false
    @Option(
        help: ArgumentHelp(
            "Until so many hours before its beginning it may be moved to another time. Left out: until it begins.",
            valueName: "hours"))
    var moveDeadline: Int?
    @Flag(help: "It may not be moved to another time.") var fixed = false
    @Flag(help: "Plan it although somebody has another interview then.") var anyway = false

    /// The longest deadline, in hours: a year.
    private static let deadlines = 0...8784
    /// The longest place, in characters.
    private static let placeLimit = 500

    func validate() throws {
        if let minutes, !InterviewSchedule.durations.contains(minutes) {
            throw ValidationError("--minutes \(minutes) is outside 1 to 1440.")
        }
        for minutes in reminder where !InterviewSchedule.reminders.contains(minutes) {
            throw ValidationError("--reminder \(minutes) is outside 0 to 40320, which is four weeks.")
        }
        guard reminder.count <= InterviewSchedule.limitReminders else {
            throw ValidationError("--reminder may be given up to \(InterviewSchedule.limitReminders) times.")
        }
        guard reminder.isEmpty || !noReminder else {
            throw ValidationError("--reminder and --no-reminder exclude each other.")
        }
        if let moveDeadline, !Self.deadlines.contains(moveDeadline) {
            throw ValidationError(
                "--move-deadline \(moveDeadline) is outside 0 to 8784 hours, which is a year.")
        }
        guard moveDeadline == nil || !fixed else {
            throw ValidationError("--move-deadline and --fixed exclude each other.")
        }
        if let place, place.allSatisfy(\.isWhitespace) || place.count > Self.placeLimit {
            throw ValidationError("--place takes a text of 1 to \(Self.placeLimit) characters.")
        }
    }

    /// The options that were given and mean something only with a time, as they are written.
    var given: [String] {
        let options = [
            ("--minutes", minutes != nil), ("--place", place != nil), ("--reminder", !reminder.isEmpty),
            ("--no-reminder", noReminder), ("--move-deadline", moveDeadline != nil), ("--fixed", fixed),
            ("--anyway", anyway),
        ]
        return options.filter(\.1).map(\.0)
    }

    /// What is done when somebody is taken.
    var overlap: ScheduleOverlap { anyway ? .allowed : .refused }

    /// A schedule that begins at a moment, with what is given, else what an earlier one has.
    func schedule(at start: Date, after earlier: InterviewSchedule? = nil) -> InterviewSchedule {
        var schedule = earlier?.moved(to: start) ?? InterviewSchedule(start: start)
        if let minutes { schedule.durationMinutes = minutes }
        if let place { schedule.place = place }
        if !reminder.isEmpty { schedule.reminderMinutes = reminder }
        if noReminder { schedule.reminderMinutes = [] }
        if let moveDeadline { schedule.rescheduleDeadlineHours = moveDeadline }
        if fixed { schedule.allowsRescheduling = false }
        return schedule
    }
}
