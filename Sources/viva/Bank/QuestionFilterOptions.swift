public import ArgumentParser
public import Evaluation
public import Interview

/// Which questions of the bank are wanted.
struct QuestionFilterOptions: ParsableArguments {
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

    var filter: QuestionFilter {
        QuestionFilter(kind: kind, category: category, level: level, role: role, tag: tag)
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
