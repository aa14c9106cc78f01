import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// `viva schedule free`: when somebody has time.
struct ScheduleFree: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "free",
        abstract: "Show the times without an interview of one or several people.",
        discussion: """
            Of several people, the times at which all of them are free. Only interviews that Viva knows of count.

            EXAMPLES
              viva schedule free Ada
              viva schedule free Ada Grace --since 2026-12-01T09:00 --until 2026-12-01T18:00 --minutes 45
            """)

    @Argument(help: ArgumentHelp("The people, by name, address, number or id.", valueName: "person"))
    var people: [PersonName]
    @Option(help: ArgumentHelp("From this day or time on. Left out: now.", valueName: "time")) var since:
        WrittenTime?
    @Option(
        help: ArgumentHelp(
            "Up to this day, with it, or this time. Left out: a week from the beginning.", valueName: "time"))
    var until: WrittenTime?
    @Option(
        help: ArgumentHelp(
            "The shortest time that is wanted, 1 to 1440. Left out: \(InterviewSchedule.usualMinutes).",
            valueName: "minutes"))
    var minutes = InterviewSchedule.usualMinutes
    @OptionGroup var zone: ZoneOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        struct Time: Encodable {
            var start: Date
            var end: Date
        }
        var people: [Int64]
        var free: [Time]
    }

    func validate() throws {
        guard InterviewSchedule.durations.contains(minutes) else {
            throw ValidationError("--minutes \(minutes) is outside 1 to 1440.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let start = try since.map { try zone.date($0, option: "--since") } ?? Date()
        let end =
            try until.map { try zone.end($0, option: "--until") } ?? start.addingTimeInterval(7 * 86_400)
        guard start < end else {
            throw CommandFailure(.usage, "--until is not after the beginning: choose a later day or time.")
        }
        let archive = try await archive.open(common)
        var numbers: [Int64] = []
        var free = [DateInterval(start: start, end: end)]
        for person in people {
            let number = try await archive.person(person).number
            numbers.append(number)
            let times = try await archive.records.freeTimes(
                person: number, from: start, to: end, minutes: minutes)
            free = free.flatMap { time in times.compactMap { $0.intersection(with: time) } }
        }
        free.removeAll { $0.duration < Double(minutes) * 60 }
        guard !common.json else {
            return try JSONOutput.print(
                Output(people: numbers, free: free.map { Output.Time(start: $0.start, end: $0.end) }))
        }
        for time in free { Terminal.output.print("\(zone.text(time.start))  to  \(zone.text(time.end))") }
        if free.isEmpty { common.note("Nothing is free for \(TextLayout.minutes(minutes)) in this time.") }
    }
}
