import ArgumentParser
import Evaluation
import FoundationEssentials
import Interview
import Judging
import Storage

/// `viva questions generate`: questions about a skill or a role, for a person to edit.
struct QuestionsGenerate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Make questions about a skill or a role, as YAML to be edited.",
        discussion: """
            With --judge-url a language model writes them, and each is checked: its parts, that it is new, and that its
            sample answer scores at least 60 on it. Without one, or where it writes nothing usable, they are made from
            templates, which know no facts. Which of the two it was is said on standard error. Read them before you use
            them: a model can be wrong. `viva questions import FILE` adds them to your own.

            EXAMPLES
              viva questions generate --skill Kafka --level senior --to kafka.yaml
              viva questions generate --role Nurse --count 6
              viva questions generate --skill Rust --role "Backend Developer" --kind technical \\
                --judge-url http://localhost:11434/v1 --judge-model llama3.1
            """)

    @Option(help: ArgumentHelp("The skill they are about, for example Kafka.", valueName: "skill"))
    var skill: String?
    @Option(
        help: ArgumentHelp(
            "The job they are for; without --skill also what they are about.", valueName: "job"))
    var role: String?
    @Option(help: ArgumentHelp("The level: junior, mid, senior or expert.", valueName: "level"))
    var level = QuestionLevel.mid
    @Option(
        help: ArgumentHelp(
            "The kind: technical, behavioural, situational, hr, systemDesign, coding or caseStudy. Left out: the first "
                + "three.", valueName: "kind"))
    var kind: QuestionKind?
    @Option(help: ArgumentHelp("How many.", valueName: "count")) var count = 3
    @Option(
        help: ArgumentHelp(
            "The YAML file to write, which must not exist. Left out: standard output.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var to: String?
    @OptionGroup var judge: JudgeOptions
    @OptionGroup var common: CommonOptions

    /// How many questions may be made at a time.
    private static let counts = 1...20
    /// The longest wait for a place in the budget of requests: nobody is asked meanwhile.
    private static let longestBudgetWait = Duration.seconds(120)
    /// How long a model may take for one question, in seconds, on the average.
    private static let secondsPerQuestion = 120

    /// What was made, as JSON.
    private struct Output: Encodable {
        /// The model, or `templates`.
        var source: String
        var path: String?
        var questions: [Question]
    }

    func validate() throws {
        guard Self.counts.contains(count) else {
            throw ValidationError("--count \(count) is outside 1 to 20.")
        }
        guard skill != nil || role != nil else {
            throw ValidationError("Say what the questions are to be about: --skill or --role.")
        }
        for (option, name) in [("--skill", skill), ("--role", role)] {
            guard let name, !QuestionPreferences.canName(name) else { continue }
            throw ValidationError("\(option) \"\(name)\" is no name: write it as in --skill Kafka.")
        }
        if let to, QuestionFormat(path: to) != .yaml {
            throw ValidationError("--to \(to): the file is YAML, so its name must end with .yaml or .yml.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals(hint: "Nothing was written.")
        if let to, FileManager.default.fileExists(atPath: to) {
            throw CommandFailure(.cannotWrite, "\(to) is there already: give --to another name.")
        }
        let bank = try Questions.load()
        let wish = try wish(bank)
        let made = try await written(wish, bank: bank) ?? templates(wish, bank: bank)
        let text = try QuestionFileWriter.text(of: made.questions, format: .yaml)
        if let to { try QuestionBankFile.write(text, to: to) }
        if common.json {
            try JSONOutput.print(Output(source: made.source, path: to, questions: made.questions))
        } else if to == nil {
            Terminal.output.print(document: String(text.dropLast()))
        }
        let number = "\(made.questions.count) question\(made.questions.count == 1 ? "" : "s")"
        common.note(
            "\(number) about \(wish.subject.name), source: \(made.source)\(to.map { ", written to " + Places.short($0) } ?? "")"
        )
        if made.questions.count < count { common.note("\(count) were wanted.") }
    }

    /// What is wanted, in the names that Viva knows.
    private func wish(_ bank: QuestionBank) throws -> QuestionWish {
        func plain(_ name: String) -> String {
            name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let title = role.map(plain)
        let role = title.map { RoleFinder(questions: bank.questions).role(titled: $0) ?? $0 }
        let found = try skill.map(plain).map {
            try ChosenPreferences.catalogue(of: bank).skill(named: $0) ?? Skill(name: $0)
        }
        return QuestionWish(
            found.map { TemplateSubject(.skill, $0.name) } ?? TemplateSubject(.role, role ?? ""),
            spellings: found?.spellings ?? [], role: role,
            kinds: kind.map { [$0] } ?? QuestionWish.kinds(of: .mixed), levels: [level], count: count)
    }

    /// What the language model wrote; `nil` where none is named or nothing that it wrote can be asked.
    private func written(
        _ wish: QuestionWish, bank: QuestionBank
    ) async throws -> (source: String, questions: [Question])? {
        guard
            let model = try judge.model(
                isOffline: common.offline, longestWait: Self.longestBudgetWait)
        else { return nil }
        let writer = QuestionWriter(
            model: model, judge: try .installed(tools: JudgingTools.installed()),
            limit: .seconds(Self.secondsPerQuestion * count))
        common.note("\(wish.remark(writer.name))")
        let written = await writer.questions(for: [wish], besides: bank.questions).first
        if let reason = written?.reason {
            let isNone = written?.questions.isEmpty ?? true
            common.note(
                isNone
                    ? "\(writer.name) wrote no question that can be asked; these are from templates. The reason: \(reason)"
                    : "Not all that \(writer.name) wrote can be asked: \(reason)")
        }
        return written.flatMap { $0.questions.isEmpty ? nil : (writer.name, $0.questions) }
    }

    /// What templates make, those of the nearest level first.
    private func templates(
        _ wish: QuestionWish, bank: QuestionBank
    ) throws -> (source: String, questions: [Question]) {
        let templates = try Questions.templates(orElse: "or name a language model with --judge-url")
        let fitting = templates.questions(about: [wish.subject]).filter {
            wish.kinds.contains($0.kind) && bank[$0.id] == nil
        }
        let distances = fitting.map { abs($0.level.rank - level.rank) }
        let nearest = zip(fitting, distances).enumerated()
            .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
        guard !nearest.isEmpty else {
            throw CommandFailure(
                .failure,
                "Templates make no new question of the kind \(kind?.rawValue ?? "wanted") about \(wish.subject.name): leave out "
                    + "--kind, or name a language model with --judge-url.")
        }
        let questions = nearest.prefix(count).map { question in
            var question = question
            if let role = wish.role { question.roles = [role] }
            return question
        }
        return ("templates", questions)
    }
}
