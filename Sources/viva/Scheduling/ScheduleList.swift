import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// `viva schedule list`: the interviews that are to come.
struct ScheduleList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract:
            "List the interviews that are planned, the latest first, with clashes and those that are overdue.",
        discussion: """
            The columns are the number, when it begins, how long it takes, its title or role, who answers and who asks, and what is to
            be seen to: other interviews of the same people at the same time, and a time that is over. An interview without a
            time stands where it was planned.

            EXAMPLES
              viva schedule list
              viva schedule list --person Ada --until 2026-12-31
              viva schedule list --overdue
              viva schedule list --json | jq -r '.interviews[] | select(.clashes != []) | .interview.number'
            """)

    @Flag(help: "Only those that were to be over by now and nobody began, the earliest first.") var overdue =
        false
    @OptionGroup var filters: InterviewFilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var zone: ZoneOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        struct Line: Encodable {
            var interview: InterviewListing
            var isOverdue: Bool
            var clashes: [ScheduleConflict]
        }
        var interviews: [Line]
        var total: Int?
        var next: String?
        var unreadable: [UnreadableRow]?
    }

    func validate() throws {
        guard !overdue || filters.given.isEmpty else {
            throw ValidationError(
                "--overdue lists all of them: leave out \(filters.given.joined(separator: ", ")).")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let now = Date()
        let archive = try await archive.open(common)
        var filter = try await filters.filter(in: archive)
        filter.states = [.scheduled]
        let found =
            overdue
            ? try await archive.records.overdue(at: now, page: page.request)
            : try await archive.records.interviews(filter, page: page.request)
        for row in found.unreadable { common.note("\(row.notice(in: archive))") }
        var lines: [Output.Line] = []
        for interview in found.items {
            let isOverdue = interview.scheduledEnd.map { $0 <= now } ?? false
            lines.append(
                Output.Line(
                    interview: interview, isOverdue: isOverdue,
                    clashes: try await clashes(of: interview, in: archive)))
        }
        guard !common.json else {
            return try JSONOutput.print(
                Output(
                    interviews: lines, total: found.total, next: found.next,
                    unreadable: found.toldUnreadable))
        }
        guard !lines.isEmpty || !found.unreadable.isEmpty else { return common.note("\(emptiness)") }
        await print(lines, in: archive)
        if let place = page.place(of: found) { common.note("\(place)") }
        if let late = lines.first(where: \.isOverdue)?.interview.number {
            common.note(
                "What is overdue was not begun: \(viva("no-show \(late)")) when nobody came, \(viva("move \(late) --to TIME")), or \(viva("cancel \(late)"))"
            )
        }
    }

    /// A command line about plans in the same folder.
    private func viva(_ words: String) -> String {
        archive.viva("schedule \(words)")
    }

    /// The interviews that take the time of the same people.
    private func clashes(of interview: InterviewListing, in archive: Archive) async throws
        -> [ScheduleConflict]
    {
        guard let start = interview.scheduledAt, let end = interview.scheduledEnd, start < end else {
            return []
        }
        return try await archive.records.conflicts(
            of: interview.people, in: DateInterval(start: start, end: end), except: interview.id)
    }

    private func print(_ lines: [Output.Line], in archive: Archive) async {
        var names: [Int64: String] = [:]
        for number in Set(lines.flatMap(\.interview.people)) {
            // The list is shown also where a name cannot be read.
            let person = try? await archive.records.person(.number(number)).value
            names[number] = person?.name ?? "person \(number)"
        }
        let name = { (number: Int64?) in number.flatMap { names[$0] } ?? "–" }
        let palette = common.palette
        let rows = lines.map { line -> [ColumnTable.Cell] in
            let interview = line.interview
            return [
                .init("\(interview.number)", style: palette.bold),
                .init(interview.scheduledAt.map { Moment.text($0, in: zone.zone) } ?? "no time yet"),
                .init(interview.plannedMinutes.map { "\($0) min" } ?? ""),
                .init(interview.name, most: SessionLines.longestTitle),
                .init(name(interview.candidate), most: Self.longestName),
                .init(name(interview.interviewer), most: Self.longestName),
                .init(Self.remark(line), style: palette.poor),
            ]
        }
        let table = ColumnTable(
            titles: ["", "begins", "takes", "interview", "answers", "asks", ""], right: [0, 2], rows: rows)
        for line in table.lines(palette) { Terminal.output.print(line) }
    }

    /// A longer name would leave no room for the rest of the line.
    private static let longestName = 16

    private static func remark(_ line: Output.Line) -> String {
        let clashes = line.clashes.map { "\($0.number)" }.joined(separator: ", ")
        return [line.isOverdue ? "overdue" : "", clashes.isEmpty ? "" : "clashes with \(clashes)"]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// What to do where nothing is to be shown.
    private var emptiness: String {
        if overdue { return "No interview is overdue." }
        if !page.isFirst { return "There are no more interviews." }
        return filters.given.isEmpty
            ? "No interview is planned. Plan one: " + viva("add --at \(example) --role \"Backend Developer\"")
            : "No planned interview fits: leave out an option, or see `\(viva("list"))`."
    }

    /// Tomorrow at ten, as an example that works.
    private var example: String { Moment.day(Date().addingTimeInterval(86_400), in: zone.zone) + "T10:00" }
}

extension InterviewListing {
    /// The numbers of those who are in it.
    fileprivate var people: Set<Int64> { Set([candidate, interviewer].compactMap(\.self)) }

    /// How long it is planned to take, in minutes.
    fileprivate var plannedMinutes: Int? {
        guard let scheduledAt, let scheduledEnd else { return nil }
        return Int((scheduledEnd.timeIntervalSince(scheduledAt) / 60).rounded())
    }
}
