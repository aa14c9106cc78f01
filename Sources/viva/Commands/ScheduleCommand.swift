import ArgumentParser

/// `viva schedule`: interviews that are to be held at a time.
struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Plan interviews for a time: add, list, move, cancel, no-show, restart, free, calendar.",
        discussion: """
            Times are read and shown on the clock of this machine, or of --time-zone: 2026-12-01T10:00, "2026-12-01 10:00", or with
            a zone of their own, 2026-12-01T09:00:00Z. A planned interview is begun with viva practice --session NUMBER. One that was
            begun and is left alone for longer than its --time-out is given up by the next command; whether somebody did not come
            is yours to say, with no-show.

            EXAMPLES
              viva schedule add --at 2026-12-01T10:00 --minutes 45 --person Ada --interviewer Grace --role "Backend Developer"
              viva schedule list
              viva schedule move 12 --to 2026-12-02T10:00
              viva schedule cancel 12 --reason "The position is filled."
              viva schedule no-show 12
              viva schedule restart 12 --at 2026-12-09T10:00
              viva schedule free Ada --since 2026-12-01 --until 2026-12-01
              viva schedule calendar --output interviews.ics
            """,
        subcommands: [
            ScheduleAdd.self, ScheduleList.self, ScheduleMove.self, ScheduleCancel.self, ScheduleNoShow.self,
            ScheduleRestart.self, ScheduleFree.self, ScheduleCalendar.self,
        ],
        defaultSubcommand: ScheduleList.self)
}
