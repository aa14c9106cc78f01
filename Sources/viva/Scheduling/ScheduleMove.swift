import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// `viva schedule move`: another time for an interview that is planned.
struct ScheduleMove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Move a planned interview to another time.",
        discussion: """
            What is not given stays: how long it takes, the place, the reminders. An interview that was planned with --fixed is not
            moved, and one with --move-deadline not after its deadline. One that had no time gets one.

            EXAMPLES
              viva schedule move 12 --to 2026-12-02T10:00
              viva schedule move 12 --to 2026-12-02T10:00 --minutes 60 --place "Room 4" --anyway
            """)

    @Argument(help: ArgumentHelp("The interview's number or id.", valueName: "number")) var session:
        SessionName
    @Option(help: ArgumentHelp("When it is to begin.", valueName: "time")) var to: WrittenTime
    @OptionGroup var zone: ZoneOptions
    @OptionGroup var time: ScheduleOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard to.hasTime else {
            throw ValidationError("--to needs a time of the day, as in 2026-12-01T10:00.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let now = Date()
        let start = try zone.date(to, option: "--to")
        let archive = try await archive.open(common)
        let earlier = try await archive.interview(session)
        let schedule = time.schedule(at: start, after: earlier.interview.schedule)
        let failure = ScheduleFailure(
            archive: archive, zone: zone, session: session)
        let kept = try await failure.told {
            try await archive.records.reschedule(
                .number(earlier.number), to: schedule, overlap: time.overlap, at: now)
        }
        try await PlannedView(archive: archive, zone: zone, common: common).print(
            kept)
    }
}
