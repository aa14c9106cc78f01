public import ArgumentParser
import Evaluation
import FoundationEssentials
public import Interview
import Storage

/// `viva questions add`: one question of one's own.
struct QuestionsAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a question of your own, from options or, without --text, by being asked step by step.",
        discussion: """
            It is written to my-questions.yaml in your folder of questions (~/.local/share/viva/questions, or
            VIVA_QUESTIONS), or to the file of --to, and asked from then on. Warnings say what would make it better.

            EXAMPLES
              viva questions add
              viva questions add --text "Why do you keep bees?" --kind hr --category motives --level junior \\
                --key-point "They make honey. | honey on the table | weight=2" \\
                --key-point "They pollinate the garden. | more fruit"
            """)

    @Option(help: ArgumentHelp("The question as written.", valueName: "text")) var text: String?
    @Option(help: ArgumentHelp("The question as spoken, where that differs.", valueName: "text")) var spoken:
        String?
    @Option(
        help: ArgumentHelp("Its name, lower case with hyphens. Left out: made of the text.", valueName: "id"))
    var id: String?
    @Option(
        help: ArgumentHelp(
            "The kind: technical, behavioural, situational, hr, systemDesign, coding or caseStudy.",
            valueName: "kind"))
    var kind: QuestionKind?
    @Option(help: ArgumentHelp("The subject, for example databases.", valueName: "category")) var category:
        String?
    @Option(help: ArgumentHelp("The level: junior, mid, senior or expert.", valueName: "level"))
    var level: QuestionLevel?
    @Option(help: ArgumentHelp("A job it suits; may be repeated. Left out: every job.", valueName: "job"))
    var role: [String] = []
    @Option(
        help: ArgumentHelp(
            "What a good answer says, with the ways to say it and its weight: \"statement | variant | weight=2\"; "
                + "may be repeated.", valueName: "point"))
    var keyPoint: [String] = []
    @Option(help: ArgumentHelp("A good answer as it would be spoken; may be repeated.", valueName: "text"))
    var sampleAnswer: [String] = []
    @Option(help: ArgumentHelp("Help for someone who is stuck; may be repeated.", valueName: "text"))
    var hint: [String] = []
    @Option(help: ArgumentHelp("How long a good answer takes. Left out: 90.", valueName: "seconds"))
    var seconds: Double?
    @Option(help: ArgumentHelp("A label; may be repeated.", valueName: "tag")) var tag: [String] = []
    @Option(
        help: ArgumentHelp(
            "What made it, so that it stays marked as generated: template or languageModel. Left out: nothing but you.",
            valueName: "origin"))
    var origin: QuestionOrigin?
    @Option(
        help: ArgumentHelp(
            "The language model that wrote it, which is then its origin.", valueName: "model"))
    var model: String?
    @Option(
        help: ArgumentHelp("The YAML file to write to, which need not exist.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var to: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let seconds, !(seconds > 0 && seconds.isFinite) {
            throw ValidationError("--seconds \(seconds) is not a number above 0.")
        }
        let missing = [
            ("--kind", kind == nil), ("--category", category == nil), ("--level", level == nil),
            ("--key-point or --sample-answer", keyPoint.isEmpty && sampleAnswer.isEmpty),
        ].filter(\.1).map(\.0)
        guard text == nil || missing.isEmpty else {
            throw ValidationError("--text also needs \(missing.joined(separator: ", ")).")
        }
        let isAsked = missing.count == 4 && roleAndMore.isEmpty
        guard text != nil || isAsked else {
            throw ValidationError("Give --text with these options, or none of them to be asked step by step.")
        }
    }

    /// What was given that belongs to a question and may be left out.
    private var roleAndMore: [String] {
        role + sampleAnswer + hint + tag
            + [spoken, id, seconds.map { "\($0)" }, origin?.rawValue, model].compactMap { $0 }
    }

    /// What was done, as JSON.
    private struct Output: Encodable {
        var path: String
        var question: Question
        var warnings: [String]
    }

    func run() async throws {
        EndAtOnce.onSignals(hint: "Nothing was written.")
        let target = try QuestionTarget(to)
        let judge = try RubricEvaluator.installed()
        let draft = try self.draft(for: target)
        let content: Data
        do { content = try JSONEncoder().encode([draft]) } catch {
            throw CommandFailure(.failure, "The question could not be put together: \(error)")
        }
        let source = QuestionSource(name: "The new question", format: .json, content: content)
        let change = try await target.take([source]) { $0.problems.isEmpty }
        let found = change.found
        guard let question = found.added.first?.question, found.problems.isEmpty else {
            throw CommandFailure(
                .badInput,
                lines: found.problems.map { "\($0.field.map { "\($0): " } ?? "")\($0.reason)" }
                    + ["Nothing was written."])
        }
        let warnings =
            QuestionReview(judge: judge).warnings(of: question).map(\.description)
            + (found.similar(in: change.bank) ?? []).map(\.warning.description)
        if common.json {
            try JSONOutput.print(
                Output(path: change.files.first ?? target.path, question: question, warnings: warnings))
        } else {
            for warning in warnings { Terminal.log.print("\(common.logPalette.fair("warning:")) \(warning)") }
            Terminal.output.print(
                "\(question.id) written to \(change.files.map(Places.short).joined(separator: ", "))")
        }
        if let hint = target.hint { common.note("\(hint)") }
    }

    private func draft(for target: QuestionTarget) throws -> QuestionDraft {
        guard let text, let kind, let category, let level else {
            guard StandardInput.isInteractive, Terminal.log.isInteractive else {
                throw CommandFailure(
                    .usage,
                    "A question is asked for step by step only at a terminal: give it with --text and the other options."
                )
            }
            // What keeps questions from being read is told before somebody types one.
            _ = try target.bank()
            return try QuestionDialogue(palette: common.logPalette).draft()
        }
        return QuestionDraft(
            id: id, text: text, spokenText: spoken, kind: kind, category: category, level: level, roles: role,
            keyPoints: keyPoint.map(QuestionDraft.Point.init), sampleAnswers: sampleAnswer, hints: hint,
            expectedDurationSeconds: seconds, tags: tag, origin: origin ?? model.map { _ in .languageModel },
            model: model)
    }
}

extension QuestionOrigin: ExpressibleByArgument {}
