import Interview

/// The questions of an interview that is to be made.
struct QuestionChoice {
    /// Which questions are wanted.
    let preferences: QuestionPreferences
    private let bank: QuestionBank
    private let request: InterviewRequest

    /// What a request, its description of a job and a resume ask for, in the roles and skills of a bank.
    ///
    /// - Throws: `InvalidField` for a role or a skill that no question can hold.
    init(
        request: InterviewRequest, bank: QuestionBank, tools: InterviewTools, resume: Resume?
    ) throws(InvalidField) {
        self.request = request
        for (field, name) in [("role", request.role)] + request.skills.map({ ("skills", $0) }) {
            guard let name, !QuestionPreferences.canName(name) else { continue }
            throw InvalidField(
                field: field,
                reason:
                    "It has to be a name with a letter, on one line, of at most \(SkillCatalogue.longestName) characters."
            )
        }
        let job = request.jobDescription.flatMap { $0.isEmpty ? nil : $0 }
        let isReading = job != nil || resume != nil || !request.skills.isEmpty
        let catalogue =
            isReading ? SkillCatalogue(questions: bank.questions, fields: tools.fields) : nil
        let roles = RoleFinder(questions: bank.questions)
        let profile = { (text: String) in
            catalogue.map { JobProfile(of: text, roles: roles, catalogue: $0) }
        }
        let title = request.role?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var preferences = QuestionPreferences(
            mix: request.kind, role: title.map { roles.role(titled: $0) ?? $0 }, level: request.level,
            skills: request.skills.compactMap { catalogue?.skill(named: $0) },
            job: job.flatMap(profile), resume: (resume?.text).flatMap(profile))
        let lacking = QuestionTemplates.subjects(
            lackingIn: bank, skills: preferences.skills ?? SkillSet(), role: preferences.role)
        preferences.templates = lacking.isEmpty ? nil : lacking
        self.preferences = preferences
        self.bank = bank.adding(tools.templates.questions(about: lacking))
    }

    /// The questions that were given, with those that are chosen behind them.
    ///
    /// - Throws: `InvalidField` for a question that cannot be asked, or when none fits.
    func questions(seed: UInt64, history: PracticeHistory) throws(InvalidField) -> [Question] {
        var questions: [Question] = []
        for question in request.questions {
            var checked = try question.checked()
            checked.id = QuestionSlug.unused(checked.id, besides: questions.map(\.id))
            questions.append(checked)
        }
        let room = InterviewPlan.questionCounts.upperBound - questions.count
        let chosen = QuestionChooser(seed: seed).choices(
            min(request.questionCount, room), from: bank, preferences: preferences, history: history)
        let taken = Set(questions.map(\.id))
        questions += chosen.map(\.question).filter { !taken.contains($0.id) }
        guard !questions.isEmpty || request.questionCount == 0 else {
            let role = preferences.role.map { " for the role \($0)" } ?? ""
            throw InvalidField(
                field: "kind", reason: "There is no question of the kind \(preferences.mix.rawValue)\(role).")
        }
        return questions
    }
}
