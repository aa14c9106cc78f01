import ArgumentParser
import Evaluation
import Interview
import Storage

/// `viva questions check`: whether question files are as they should be.
struct QuestionsCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check question files: every mistake with its line, and what could be better.",
        discussion: """
            A mistake keeps a file from being read, such as a question with neither a key point nor a sample answer to
            judge answers by. A warning does not: it tells of a question with fewer than 3 or more than 8 key points,
            without a sample answer, hint or follow-up, with a sample answer that scores under 75 on its own question, or
            that asks nearly the same as another. Warnings are looked for when there is no mistake.

            Ends with exit code 0 when there is no mistake, 65 with mistakes, 66 when a path is not there, and with
            --strict also 1 with warnings.

            EXAMPLES
              viva questions check                        the questions that Viva asks
              viva questions check my-questions.yaml
              viva questions check --strict questions/
            """)

    @Argument(
        help: ArgumentHelp(
            "A question file (YAML, JSON or CSV), or a folder with .yaml and .yml files; those that Viva asks when left out.",
            valueName: "path"),
        completion: .file(extensions: ["yaml", "yml", "json", "csv"]))
    var paths: [String] = []
    @Flag(help: "End with exit code 1 when there are warnings.") var strict = false
    @OptionGroup var common: CommonOptions

    /// What was found, as JSON.
    fileprivate struct Output: Encodable {
        /// How many questions were read; `nil` when there are mistakes.
        var questions: Int?
        /// How many of them were generated; `nil` when there are mistakes.
        var generated: Int?
        /// How many templates were read; `nil` when there are mistakes, or no templates.
        var templates: Int?
        var mistakes: [QuestionFinding]
        var warnings: [QuestionFinding]
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let sources = try paths.isEmpty ? Questions.paths() : [(paths, Set(QuestionList.allCases))]
        try Questions.checkArePresent(sources.flatMap(\.paths))
        if paths.isEmpty, !Questions.hasTemplates {
            common.note(
                "\(Places.short(try Questions.templatesFolder())) is not there: no questions are made about what the bank lacks."
            )
        }
        var found: [PlacedQuestion] = []
        var problems: [QuestionBankFileError.Problem] = []
        for (paths, lists) in sources {
            do throws(QuestionBankFileError) {
                found += try QuestionBankFile.questions(in: paths, lists: lists)
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else {
            try show(Output(mistakes: problems.map(QuestionFinding.init), warnings: []))
            throw ExitCode(ExitStatus.badInput.rawValue)
        }
        let review = QuestionReview(judge: try RubricEvaluator.installed())
        // Templates are compared with each other alone: what they ask about is not known yet.
        let questions = found.filter { $0.list == .questions }
        let templates = found.filter { $0.list == .templates }
        let warnings = [questions, templates].flatMap { placed in
            zip(placed, review.warnings(of: placed.map(\.question))).flatMap { placed, warnings in
                warnings.map { QuestionFinding($0, of: placed) }
            }
        }
        let generated = questions.count { $0.question.origin != nil }
        try show(
            Output(
                questions: questions.count, generated: generated,
                templates: templates.isEmpty ? nil : templates.count, mistakes: [], warnings: warnings))
        if strict, !warnings.isEmpty { throw ExitCode(ExitStatus.failure.rawValue) }
    }

    private func show(_ output: Output) throws {
        guard !common.json else { return try JSONOutput.print(output) }
        let palette = common.palette
        for mistake in output.mistakes { Terminal.output.print(mistake.line(palette.poor("mistake:"))) }
        for warning in output.warnings { Terminal.output.print(warning.line(palette.fair("warning:"))) }
        let warnings = Self.count(output.warnings.count, "warning")
        guard let questions = output.questions else {
            return Terminal.output.print("\(Self.count(output.mistakes.count, "mistake"))")
        }
        let generated = output.generated.flatMap { $0 > 0 ? ", \($0) of them generated" : nil } ?? ""
        let templates = output.templates.map { Self.count($0, "template") }
        // Of a file of templates alone, that it has no questions is no news.
        let isOfTemplates = questions == 0 && templates != nil
        let counts = [
            isOfTemplates ? nil : Self.count(questions, "question") + generated, templates, "no mistakes",
            warnings,
        ]
        Terminal.output.print("\(counts.compactMap(\.self).joined(separator: ", "))")
    }

    private static func count(_ count: Int, _ thing: String) -> String {
        "\(count == 0 ? "no" : String(count)) \(thing)\(count == 1 ? "" : "s")"
    }
}
