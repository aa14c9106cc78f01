import ArgumentParser
import Interview
import Storage

/// What is said about a template. What is not given is `nil` or empty, so that it can be told from what is.
struct TemplateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What the template is called.", valueName: "title")) var title: String?
    @Option(help: ArgumentHelp("What it is for.", valueName: "text")) var description: String?
    @Option(
        help: ArgumentHelp(
            "The time that is planned for an interview, in minutes. Left out: \(InterviewSchedule.usualMinutes).",
            valueName: "minutes"))
    var minutes: Int?
    @Option(
        help: ArgumentHelp(
            "A question: its id in the bank, or a text with the expected answer behind a bar; may be given several times, in their order.",
            valueName: "question"))
    var question: [String] = []
    @Option(help: ArgumentHelp("A label; may be given several times.", valueName: "label")) var tag:
        [String] = []
    @OptionGroup var choice: ChoiceOptions

    func validate() throws {
        for (option, isGiven) in [
            ("--seed", choice.seed != nil), ("--fresh", choice.fresh),
            ("--resume-file", choice.resumeFile != nil), ("--person", choice.person != nil),
        ] where isGiven {
            throw ValidationError("\(option) says something about one interview: give it to `viva practice`.")
        }
        guard question.isEmpty || (choice.questions == nil && choice.job == nil) else {
            throw ValidationError(
                "--question names the questions, --questions and --job choose them: give one or the other.")
        }
        if let minutes, !InterviewSchedule.durations.contains(minutes) {
            throw ValidationError(
                "--minutes \(minutes) is outside \(InterviewSchedule.durations.lowerBound) to \(InterviewSchedule.durations.upperBound)."
            )
        }
    }

    /// Whether anything is given.
    var isEmpty: Bool {
        title == nil && description == nil && minutes == nil && question.isEmpty && tag.isEmpty
            && choice.given.isEmpty
    }

    /// Whether what is given says anew which questions are chosen.
    private var choosesAnew: Bool { !choice.given.isEmpty && question.isEmpty }

    /// A template with what is given in the place of what it said.
    ///
    /// - Returns: The template, and what was found in texts, a sentence each.
    /// - Throws: `CommandFailure` when a question or a role is not there, or a text cannot be used.
    func applied(
        to template: InterviewTemplate, on shelf: TemplateShelf
    ) async throws -> (template: InterviewTemplate, remarks: [String]) {
        var template = template
        if let title { template.title = title }
        if let description { template.summary = description }
        if let minutes { template.durationMinutes = minutes }
        if !tag.isEmpty { template.tags = tag }
        if let kind = choice.kind { template.kind = kind }
        if let level = choice.level { template.level = level }
        if let role = choice.role { template.role = role.lowercased() == "any" ? nil : role }
        if !question.isEmpty {
            let asked = try shelf.asked(question, kind: template.kind, level: template.level)
            template.questions = try shelf.questions(.listed(asked))
        }
        if let count = choice.questions { template.questions = .chosen(count) }
        guard template.choosesQuestions, choosesAnew else {
            if let skills = try TemplateShelf.skills(named: choice.skillNames, bank: shelf.bank) {
                template.skills = skills
            }
            return (template, [])
        }
        let chosen = try await ChosenPreferences(choice, bank: shelf.bank, archive: nil)
        let wanted = chosen.preferences
        if choice.role?.lowercased() != "any", let role = wanted.role { template.role = role }
        if choice.level != nil || choice.job != nil { template.level = wanted.level }
        if wanted.skills != nil { template.skills = wanted.skills }
        if wanted.templates != nil || choice.noGenerated { template.subjects = wanted.templates }
        try shelf.requireFitting(template)
        return (template, chosen.remarks)
    }
}
