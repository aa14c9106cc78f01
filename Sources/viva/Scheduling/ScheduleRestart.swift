import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// `viva schedule restart`: an interview that is over, once more.
struct ScheduleRestart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restart",
        abstract: "Hold an interview that is over once more, as another interview.",
        discussion: """
            The new one asks for the same, of the same people, and chooses its questions anew; the old one stays as it is. With --at
            it is planned for a time; without, it begins now, and viva practice --session goes on with it.

            EXAMPLES
              viva schedule restart 12
              viva schedule restart 12 --at 2026-12-09T10:00
            """)

    @Argument(help: ArgumentHelp("The interview's number or id.", valueName: "number")) var session:
        SessionName
    @Option(help: ArgumentHelp("When it is to begin. Left out: now.", valueName: "time")) var at: WrittenTime?
    @OptionGroup var zone: ZoneOptions
    @OptionGroup var time: ScheduleOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard at != nil || time.given.isEmpty else {
            throw ValidationError(
                "\(time.given.joined(separator: ", ")) goes with --at, the time of the interview.")
        }
        if let at, !at.hasTime {
            throw ValidationError("--at needs a time of the day, as in 2026-12-01T10:00.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let now = Date()
        let start = try at.map { try zone.date($0, option: "--at") }
        let archive = try await archive.open(common)
        let earlier = try await archive.interview(session).interview
        let (id, seed) = (UUID().uuidString.lowercased(), UInt64.random(in: 0...UInt64(UInt32.max)))
        let failure = ScheduleFailure(
            archive: archive, zone: zone, session: session)
        let kept = try await failure.told {
            guard let start else {
                return try await archive.records.keep(
                    try earlier.restarted(id: id, seed: seed, at: now), at: now)
            }
            // A deadline and reminders go over to the new time; how often the old one was moved does not.
            var schedule = time.schedule(at: start, after: earlier.schedule)
            schedule.moves = 0
            return try await archive.records.schedule(
                try earlier.restarted(id: id, seed: seed, schedule: schedule, at: now),
                overlap: time.overlap, at: now)
        }
        try await PlannedView(archive: archive, zone: zone, common: common).print(
            kept)
    }
}
