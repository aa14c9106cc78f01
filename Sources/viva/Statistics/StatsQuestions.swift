import Archive
import ArgumentParser
import Interview
import Records

/// `viva stats questions`: what questions tell about those who answer them.
struct StatsQuestions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "questions",
        abstract:
            "How often questions were put, how they were answered, and whether they separate good from poor answers.",
        discussion: """
            A question separates when those who do well in it do well in the rest of the interview too: its discrimination is the
            correlation of both, from -1 to 1; from 0.3 on it separates well, from 0.2 somewhat, below hardly. It needs 10 answers
            that stand beside others. Asked as a follow-up a question does not count.

            EXAMPLES
              viva stats questions --limit 10
              viva stats questions --question behavioural-conflict
              viva stats questions --json | jq '.questions[] | select(.verdict == "hardly")'
            """)

    @Option(help: ArgumentHelp("Only the question of this id.", valueName: "id")) var question: String?
    @OptionGroup var filters: InterviewFilterOptions
    @OptionGroup var most: MostOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        struct Line: Encodable {
            var effectiveness: QuestionEffectiveness
            var text: String?
            var verdict: QuestionEffectiveness.Verdict?
        }
        var questions: [Line]
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let found = try await archive.records.questionEffectiveness(
            of: filters.filter(in: archive), question: question, limit: most.limit)
        let texts = Dictionary(
            try found.isEmpty ? [] : Questions.expected().map { ($0.id, $0.text) },
            uniquingKeysWith: { first, _ in first })
        guard !common.json else {
            return try JSONOutput.print(
                Output(
                    questions: found.map {
                        Output.Line(effectiveness: $0, text: texts[$0.question], verdict: $0.verdict)
                    }))
        }
        guard !found.isEmpty else {
            return common.note("No question that fits was put in an interview that is kept.")
        }
        let palette = common.palette
        let rows = found.map { one -> [ColumnTable.Cell] in
            [
                .init(one.question, most: Self.longestName), .init("\(one.uses)"), .init("\(one.answers)"),
                .init(score: one.meanScore, palette),
                .init(one.discrimination.map { TextLayout.number($0, places: 2) } ?? "–"),
                .init(Self.words(one)),
            ]
        }
        let table = ColumnTable(
            titles: ["question", "put", "scored", "mean", "discr.", "separates good from poor"],
            right: [1, 2, 3, 4],
            rows: rows)
        for line in table.lines(palette) { Terminal.output.print(line) }
        if question != nil, let text = found.first.flatMap({ texts[$0.question] }) {
            Page(palette: palette).paragraph(text, style: palette.dim)
        }
    }

    /// A longer id would leave no room for the rest of the line.
    private static let longestName = 34

    private static func words(_ one: QuestionEffectiveness) -> String {
        switch one.verdict {
        case .well: return "well"
        case .somewhat: return "somewhat"
        case .hardly: return one.discrimination ?? 0 < 0 ? "the wrong way round" : "hardly"
        case nil:
            return one.comparedAnswers < QuestionEffectiveness.answersForDiscrimination
                ? "too few answers (\(one.comparedAnswers) of \(QuestionEffectiveness.answersForDiscrimination))"
                : "all scored the same"
        }
    }
}
