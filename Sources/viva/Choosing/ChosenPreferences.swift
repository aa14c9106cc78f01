import Archive
import Documents
import Interview
import Recognition
import Records
import Vocabulary

/// What the options, a job description and a resume together say about the questions, with what is told of it.
struct ChosenPreferences {
    /// Which questions are wanted.
    var preferences: QuestionPreferences
    /// The questions to choose from, with templates where questions are to be made of them.
    var bank: QuestionBank
    /// The questions that a language model wrote for them; `nil` for none.
    var written: [Question]?
    /// The text of the job description; `nil` without one.
    var jobDescription: String?
    /// The number of the person whose interview it is; `nil` for nobody in particular.
    var person: Int64?
    /// The number of the kept resume that the questions follow; `nil` for none.
    var resume: Int64?
    /// What was found in texts and what will be done about it, a sentence each.
    var remarks: [String] = []

    /// What the options ask for, in the roles and skills of a bank.
    ///
    /// - Parameters:
    ///   - settled: the questions that alone can be asked, where that is settled; none are made then.
    ///   - archive: where people and resumes are kept that the options name.
    /// - Throws: `CommandFailure` when a text cannot be used, a person or resume is not kept, the role is unknown, no question
    ///   fits, or templates are needed and cannot be read.
    init(
        _ options: ChoiceOptions, bank: QuestionBank, settled: QuestionBank? = nil, archive: Archive?
    ) async throws {
        self.bank = settled ?? bank
        preferences = QuestionPreferences(mix: options.kind ?? .mixed)
        let roles = RoleFinder(questions: bank.questions)
        let isGenerating = settled == nil && !options.noGenerated
        let catalogue = try Self.catalogue(options, bank: bank)
        let job = try await job(options.job, roles: roles, catalogue: catalogue)
        let kept = try await keptResume(options, in: archive)
        let resume = try await resume(options.resumeFile, kept: kept, roles: roles, catalogue: catalogue)
        var role: String?
        if let title = options.role {
            role = try known(title, roles: roles, isGenerating: isGenerating)
        }
        preferences = QuestionPreferences(
            mix: options.kind ?? .mixed, role: role, level: options.level,
            skills: options.skillNames.compactMap { catalogue?.skill(named: $0) }, job: job, resume: resume)
        if isGenerating {
            let lacking = QuestionTemplates.subjects(
                lackingIn: bank, skills: preferences.skills ?? SkillSet(), role: preferences.role)
            preferences.templates = lacking.isEmpty ? nil : lacking
            if !lacking.isEmpty {
                self.bank = try QuestionBank(
                    bank.questions,
                    templates: Questions.templates(orElse: "or leave such questions out with --no-generated"))
                remarks.append(
                    "There are few questions about \(lacking.map(\.name).joined(separator: ", ")): generated questions are "
                        + "asked as well.")
            }
        }
        try checkThatSomethingFits()
    }

    /// The skills that can be found; `nil` where none are looked for.
    private static func catalogue(_ options: ChoiceOptions, bank: QuestionBank) throws -> SkillCatalogue? {
        guard options.job != nil || options.resumeFile != nil || !options.skillNames.isEmpty else {
            return nil
        }
        return try catalogue(of: bank)
    }

    /// The skills that the questions of a bank and what Viva knows of fields name.
    static func catalogue(of bank: QuestionBank) throws -> SkillCatalogue {
        SkillCatalogue(questions: bank.questions, fields: try fields())
    }

    /// The names of what Viva knows of fields.
    static func fields() throws -> [SkillCatalogue.Field] {
        try HearingFolder(path: Places.data() + "/models").fields().map {
            SkillCatalogue.Field(name: $0.name, names: $0.terms.map(\.written))
        }
    }

    private mutating func job(
        _ path: String?, roles: RoleFinder, catalogue: SkillCatalogue?
    ) async throws -> JobProfile? {
        guard let path, let catalogue else { return nil }
        let document = try await ProfileText.read(path, option: "--job")
        jobDescription = document.text
        let profile = JobProfile(of: document.text, roles: roles, catalogue: catalogue)
        remarks += document.warnings + [Self.remark(profile, "The job description")]
        return profile
    }

    /// Takes over whose interview it is, and the kept resume that it follows.
    ///
    /// - Throws: `CommandFailure` when the two do not go together.
    private mutating func keptResume(
        _ options: ChoiceOptions, in archive: Archive?
    ) async throws -> KeptRecord<Resume>? {
        guard let archive else { return nil }
        let named: KeptRecord<Person>? =
            if let person = options.person { try await archive.person(person) } else { nil }
        person = named?.number
        guard let name = options.keptResume else { return nil }
        let kept = try await archive.resume(name)
        resume = kept.number
        let owner = try await archive.owner(of: kept.value)
        guard named == nil || named?.number == owner?.number else {
            let whose = owner.map { "\($0.value.name)'s" } ?? "nobody's in particular"
            throw CommandFailure(
                .usage,
                "Resume \(kept.number) is \(whose), and --person names \(named?.value.name ?? ""): leave out --person, or give one of that person's (`\(archive.viva("resume list"))`)."
            )
        }
        person = owner?.number
        if let owner, named == nil {
            remarks.append("The resume is \(owner.value.name)'s, and so is the interview.")
        }
        return kept
    }

    private mutating func resume(
        _ path: String?, kept: KeptRecord<Resume>?, roles: RoleFinder, catalogue: SkillCatalogue?
    ) async throws -> JobProfile? {
        guard let path, let catalogue else { return nil }
        let text: String
        if let kept {
            text = kept.value.text
        } else {
            let document = try await ProfileText.read(path, option: "--resume-file")
            text = document.text
            remarks += document.warnings
        }
        // A kept one is looked at anew: the bank may know more by now.
        let profile = ResumeProfile(of: text, roles: roles, catalogue: catalogue)
        remarks.append(Self.remark(profile.job, "The resume", companies: profile.companies))
        return profile.job
    }

    /// The role as the bank writes it; one that the bank lacks is taken where questions can be made for it.
    private mutating func known(_ title: String, roles: RoleFinder, isGenerating: Bool) throws -> String {
        let title = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let role = roles.role(titled: title) {
            if role.lowercased() != title.lowercased() {
                remarks.append("\(title): questions for a \(role).")
            }
            return role
        }
        let list = roles.roles.isEmpty ? "none" : roles.roles.sorted().joined(separator: ", ")
        guard isGenerating else {
            throw CommandFailure(
                .usage, "There are no questions for the role \"\(title)\". There are: \(list).")
        }
        remarks.append("The bank has no questions of its own for \(title) (it has: \(list)).")
        return title
    }

    private func checkThatSomethingFits() throws {
        let whole = bank.adding(templates: preferences.templates ?? [])
        guard preferences.admitted(of: whole.questions).isEmpty else { return }
        let role = preferences.role.map { " for the role \($0)" } ?? ""
        throw CommandFailure(
            .usage,
            "There is no question of the kind \(preferences.mix.rawValue)\(role): choose another --kind or --role; `viva "
                + "questions stats` counts what there is.")
    }

    /// What was found in a text, as a sentence.
    private static func remark(
        _ profile: JobProfile, _ name: String, companies: [FoundCompany] = []
    ) -> String {
        guard !profile.isEmpty || !companies.isEmpty else {
            return
                "\(name) names no role, level or skill that Viva knows: name them with --role, --level and --skills."
        }
        var parts: [String] = []
        if let role = profile.role {
            let title = profile.title ?? role
            parts.append("role \(role)" + (title.lowercased() == role.lowercased() ? "" : " (\"\(title)\")"))
        }
        if let level = profile.level {
            parts.append("level \(level.rawValue)" + (profile.levelBecause.map { " (\"\($0)\")" } ?? ""))
        }
        if !profile.skills.isEmpty {
            let shown = profile.skills.prefix(shownSkills).map { found in
                let marks = [
                    found.count > 1 ? "\(found.count) times" : nil, found.isRequired ? "required" : nil,
                ]
                .compactMap(\.self)
                return found.skill.name + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
            }
            let more = profile.skills.count - shown.count
            parts.append("skills " + shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
        }
        if !companies.isEmpty {
            let shown = companies.prefix(shownCompanies).map(\.name)
            let more = companies.count - shown.count
            parts.append("companies " + shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
        }
        let said = "\(name) names: \(parts.joined(separator: "; "))"
        // "S.A." ends with its own.
        return said.hasSuffix(".") ? said : said + "."
    }

    private static let shownSkills = 12
    private static let shownCompanies = 6
}
