public import ArgumentParser
public import Evaluation
public import Interview

/// `viva questions list`: the questions that fit.
struct QuestionsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the questions that fit everything given, a line for each: id, level, kind, text.",
        discussion: """
            EXAMPLES
              viva questions list
              viva questions list --category databases --level senior
              viva questions list --role "Data Scientist" --json | jq -r '.questions[].id'
            """)

    @Option(
        help: ArgumentHelp(
            "Only of this kind: technical, behavioural, situational, hr, system-design, coding or case.",
            valueName: "kind"))
    var kind: QuestionKind?
    @Option(help: ArgumentHelp("Only about this subject, for example databases.", valueName: "category"))
    var category: String?
    @Option(help: ArgumentHelp("Only of this level: junior, mid, senior or expert.", valueName: "level"))
    var level: QuestionLevel?
    @Option(
        help: ArgumentHelp(
            "Only what suits this job, for example \"Backend Developer\"; questions for every job do.",
            valueName: "job"))
    var role: String?
    @Option(help: ArgumentHelp("Only with this label.", valueName: "tag")) var tag: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let filter = QuestionFilter(kind: kind, category: category, level: level, role: role, tag: tag)
        let bank = try Questions.load()
        let questions = bank.questions.filter(filter.fits)
        try QuestionLines(questions: questions).print(common)
        common.note(
            questions.isEmpty
                ? "No question fits: `viva questions stats` says which categories and roles there are."
                : "\(questions.count) of \(bank.questions.count) questions")
    }
}

extension QuestionKind: ExpressibleByArgument {
    /// The kind as question files write it, or as `viva practice --kind` does.
    public init?(argument: String) {
        let names = [
            "case": QuestionKind.caseStudy, "case-study": .caseStudy, "system-design": .systemDesign,
        ]
        guard let kind = names[argument] ?? QuestionKind(rawValue: argument) else { return nil }
        self = kind
    }
}
