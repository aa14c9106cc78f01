import Archive
import ArgumentParser
import Interview
import Records
import Vocabulary

/// `viva sessions show`: an interview that is kept.
struct SessionsShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show an interview: its summary, every question, what was said and how it was judged.",
        discussion: """
            With --turn, one question in full: the words with their times, how they were said, and what changed from take to take.
            A transcript that was corrected is shown beside what was heard.

            EXAMPLES
              viva sessions show 12
              viva sessions show 12 --turn 2
              viva sessions show 12 --json | jq '.summary.meanOverall'
            """)

    @Argument(help: ArgumentHelp("The interview's number or id.", valueName: "number")) var session:
        SessionName
    @Option(help: ArgumentHelp("Only this question, in full; follow-ups count as well.", valueName: "number"))
    var turn: Int?
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var number: Int64
        var interview: Interview
        var summary: InterviewSummary
    }

    private struct TurnOutput: Encodable {
        var number: Int64
        var turn: Turn
        var comparisons: [TakeComparison]
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let kept = try await archive.interview(session)
        let view = SessionView(
            page: Page(palette: common.palette), writing: try WrittenText.installed(),
            people: await InterviewPeople(of: kept.interview.details, in: archive))
        guard let turn else {
            let summary = InterviewSummary(of: kept.interview)
            guard !common.json else {
                return try JSONOutput.print(
                    Output(number: kept.number, interview: kept.interview, summary: summary))
            }
            return view.show(kept, summary)
        }
        let chosen = try kept.turn(turn)
        guard !common.json else {
            let comparisons = zip(chosen.takes, chosen.takes.dropFirst()).compactMap(TakeComparison.init)
            return try JSONOutput.print(
                TurnOutput(number: kept.number, turn: chosen, comparisons: comparisons))
        }
        view.showWhole(chosen, of: kept)
    }
}

extension KeptInterview {
    /// A question by its number.
    ///
    /// - Throws: `CommandFailure` that says which there are.
    func turn(_ number: Int) throws -> Turn { try interview.turn(number, ofInterview: self.number) }
}

extension Interview {
    /// A question by its number.
    ///
    /// - Throws: `CommandFailure` that says which there are.
    func turn(_ number: Int, ofInterview name: Int64) throws -> Turn {
        if let turn = turn(number) { return turn }
        let there = turns.isEmpty ? "no question was asked in it" : "it has the turns 1 to \(turns.count)"
        throw CommandFailure(.usage, "Interview \(name) has no turn \(number): \(there).")
    }
}

extension Turn {
    /// An attempt by its number.
    ///
    /// - Throws: `CommandFailure` that says which there are.
    func attempt(_ number: Int) throws -> Take {
        if let take = take(number) { return take }
        let there = takes.isEmpty ? "it was not answered" : "it has the takes 1 to \(takes.count)"
        throw CommandFailure(.usage, "Turn \(self.number) has no take \(number): \(there).")
    }
}
