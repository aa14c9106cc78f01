import Archive
import ArgumentParser
import Interview
import Records

/// `viva sessions compare`: two interviews, or two takes of one question.
struct SessionsCompare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare two interviews, or two takes of one question.",
        discussion: """
            Two interviews are compared by the means of the answers that count: the scores, side by side, and how the answers were
            spoken. What makes the difference none of yours, such as another judge, is said. With --turn, two takes of one question:
            the first and the last unless --takes names others.

            EXAMPLES
              viva sessions compare 9 12
              viva sessions compare 12 --turn 2
              viva sessions compare 12 --turn 2 --takes 1 2
            """)

    @Argument(help: ArgumentHelp("The interviews' numbers or ids; one with --turn.", valueName: "number"))
    var sessions: [SessionName]
    @Option(help: ArgumentHelp("Compare takes of this question.", valueName: "number")) var turn: Int?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Which two takes. Left out: the first and the last.", valueName: "number"))
    var takes: [Int] = []
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var interviews: [Int64]
        var comparison: InterviewComparison
    }

    private struct TakesOutput: Encodable {
        var interview: Int64
        var turn: Int
        var comparison: TakeComparison
    }

    func validate() throws {
        guard sessions.count == (turn == nil ? 2 : 1) else {
            throw ValidationError(
                turn == nil
                    ? "Name two interviews, or one with --turn."
                    : "With --turn, name one interview: its takes are compared.")
        }
        guard takes.isEmpty || (turn != nil && takes.count == 2) else {
            throw ValidationError("--takes goes with --turn and names two takes, as in --takes 1 2.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        var kept: [KeptInterview] = []
        for session in sessions { kept.append(try await archive.interview(session)) }
        guard let first = kept.first, let last = kept.last else { return }
        let page = Page(palette: common.palette)
        if let turn {
            let comparison = try takesComparison(of: first.turn(turn))
            guard !common.json else {
                return try JSONOutput.print(
                    TakesOutput(interview: first.number, turn: turn, comparison: comparison))
            }
            page.title("Interview \(first.number), turn \(turn): take \(comparison.takes.last ?? 1)")
            ComparisonView(page: page).show(comparison)
        } else {
            let comparison = InterviewComparison(from: first.interview, to: last.interview)
            guard !common.json else {
                return try JSONOutput.print(
                    Output(interviews: kept.map(\.number), comparison: comparison))
            }
            for one in kept {
                let role = one.interview.role ?? "any role"
                page.title("Interview \(one.number): \(Moment.text(one.interview.heldAt)), \(role)")
            }
            ComparisonView(page: page).show(
                comparison, heading: "Interview \(last.number) against \(first.number)")
        }
        page.space()
    }

    private func takesComparison(of turn: Turn) throws -> TakeComparison {
        let chosen =
            try takes.isEmpty
            ? [turn.takes.first, turn.takes.last].compactMap(\.self) : takes.map(turn.attempt)
        guard let first = chosen.first, let last = chosen.last, first.number != last.number else {
            throw CommandFailure(
                .usage,
                "Turn \(turn.number) has \(turn.takes.count == 1 ? "1 take" : "\(turn.takes.count) takes"): two different ones "
                    + "are needed to be compared.")
        }
        guard let comparison = TakeComparison(from: first, to: last) else {
            throw CommandFailure(
                .failure,
                "One of the takes \(first.number) and \(last.number) was not judged: there is nothing to compare."
            )
        }
        return comparison
    }
}
