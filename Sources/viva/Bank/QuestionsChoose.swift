import Archive
import ArgumentParser
import Evaluation
import Interview
import Judging
import Storage

/// `viva questions choose`: the questions that an interview would ask.
struct QuestionsChoose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "choose",
        abstract: "Show which questions an interview would ask, each with its reason.",
        discussion: """
            Takes what `viva practice` takes and asks nothing: every answer is taken to score 60, so that the level stays.
            In an interview the level follows the answers. Without --seed another run shows others. With --judge-url a language
            model writes questions about what the bank lacks, and an interview has it write others.

            EXAMPLES
              viva questions choose --role "Data Analyst" --questions 5
              viva questions choose --job advertisement.txt --resume-file resume.txt --seed 7
              viva questions choose --skills kubernetes,terraform --json | jq -r '.questions[].question.text'
            """)

    @OptionGroup var choice: ChoiceOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var judge: JudgeOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        struct Line: Encodable {
            var question: Question
            var reason: String
        }
        var seed: UInt64
        var preferences: QuestionPreferences
        var questions: [Line]
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let bank = try Questions.load()
        let isArchiveNeeded = !choice.fresh || choice.person != nil || choice.keptResume != nil
        let archive = isArchiveNeeded ? try await archive.open(common) : nil
        var chosen = try await ChosenPreferences(choice, bank: bank, archive: archive)
        let count = choice.questions ?? 5
        try await write(&chosen, bank: bank, count: count)
        for remark in chosen.remarks { common.note("\(remark)") }
        let history = choice.fresh ? nil : try await archive?.history(of: chosen.person)
        let seed = choice.seed ?? UInt64.random(in: 0...UInt64(UInt32.max))
        let lines = QuestionChooser(seed: seed).choices(
            count,
            from: chosen.bank.adding(chosen.written ?? []).adding(
                templates: chosen.preferences.templates ?? []),
            preferences: chosen.preferences, history: history ?? PracticeHistory()
        ).map { Output.Line(question: $0.question, reason: $0.reason) }
        if common.json {
            try JSONOutput.print(Output(seed: seed, preferences: chosen.preferences, questions: lines))
        } else {
            show(lines)
            common.note(
                chosen.written == nil
                    ? "The same again: --seed \(seed)"
                    : "The same again, but for what a language model writes anew each time: --seed \(seed)")
        }
        if lines.count < count { common.note("Only \(lines.count) questions fit, of the \(count) wanted.") }
    }

    /// Has the language model write, where one is named.
    private func write(_ chosen: inout ChosenPreferences, bank: QuestionBank, count: Int) async throws {
        guard chosen.preferences.templates != nil, let model = try judge.model(isOffline: common.offline)
        else { return }
        let writer = QuestionWriter(model: model, judge: try .installed(tools: JudgingTools.installed()))
        await chosen.write(with: writer, bank: bank, questionCount: count) { wish in
            common.note("\(wish.remark(writer.name))")
        }
    }

    private func show(_ lines: [Output.Line]) {
        let page = Page(palette: common.palette)
        for (index, line) in lines.enumerated() {
            page.title("\(index + 1). \(line.question.id)")
            page.paragraph(line.question.text, style: page.palette.bold)
            page.paragraph(line.reason, style: page.palette.dim)
        }
        page.space()
    }
}
