import Interview

/// The questions of an interview that is to be made.
struct QuestionChoice {
    /// Which questions are wanted.
    let preferences: QuestionPreferences
    /// The role as it was written, where the preferences have another name of it or none.
    let role: String?
    /// The skills as they were written, where the preferences have other names of them.
    let skills: [String]?
    private let bank: QuestionBank
    private let request: InterviewRequest

    /// What a request, its description of a job and a resume ask for, in the roles and skills of a bank.
    ///
    /// - Throws: `InvalidField` for a role or a skill that cannot be kept.
    init(
        request: InterviewRequest, bank: QuestionBank, tools: InterviewTools, resume: Resume?
    ) throws(InvalidField) {
        self.request = request
        let written = try request.role.map { role throws(InvalidField) in try Self.name(role, "role") }
        var names: [String] = []
        for skill in request.skills { names.append(try Self.name(skill, "skills")) }
        let named = try InvalidField.labels(names, "skills")
        let job = request.jobDescription.flatMap { $0.isEmpty ? nil : $0 }
        let isReading = job != nil || resume != nil || !named.isEmpty
        let catalogue =
            isReading ? SkillCatalogue(questions: bank.questions, fields: tools.fields) : nil
        let roles = RoleFinder(questions: bank.questions)
        let profile = { (text: String) in
            catalogue.map { JobProfile(of: text, roles: roles, catalogue: $0) }
        }
        let found = named.compactMap { catalogue?.skill(named: $0) }
        var preferences = QuestionPreferences(
            mix: request.kind, role: written.flatMap { Self.role($0, in: roles) }, level: request.level,
            skills: found, job: job.flatMap(profile), resume: (resume?.text).flatMap(profile))
        let lacking = QuestionTemplates.subjects(
            lackingIn: bank, skills: preferences.skills ?? SkillSet(), role: preferences.role)
        preferences.templates = lacking.isEmpty ? nil : lacking
        self.preferences = preferences
        role = written == preferences.role ? nil : written
        skills = named.isEmpty || named == found.map(\.name) ? nil : named
        self.bank = bank.adding(tools.templates.questions(about: lacking))
    }

    /// A name as it is kept: on one line.
    static func name(_ text: String, _ field: String) throws(InvalidField) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let name = try InvalidField.name(line, field)
        guard name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw InvalidField(
                field: field, reason: "It has characters that cannot be shown: leave them out.")
        }
        return name
    }

    /// The role that questions are chosen for; `nil` for any, where the name is none that a question can hold.
    static func role(_ title: String, in roles: RoleFinder) -> String? {
        roles.role(titled: title) ?? (QuestionPreferences.canName(title) ? title : nil)
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
        let chosen = QuestionChooser(seed: seed).enoughChoices(
            min(request.questionCount, room), from: bank, preferences: preferences, history: history)
        let taken = Set(questions.map(\.id))
        questions += chosen.map(\.question).filter { !taken.contains($0.id) }
        guard !questions.isEmpty || request.questionCount == 0 else {
            throw InvalidField(
                field: "kind",
                reason: "There is no question to ask: the banks that may be asked from are empty.")
        }
        return questions
    }
}
