/// Makes questions for skills and roles that a bank has little about.
///
/// A template is a question with blanks for its subject: `{subject}` stands for the name, `{a subject}` for the name with
/// its article, and the id of the template ends the ids of its questions. It knows nothing of its subject, so its points
/// ask for what can be told of any: what it is for, where its limits are, what was done with it, how that was checked.
/// Facts about the subject are not judged. The same subject always gives the same questions.
public struct QuestionTemplates: Sendable, Hashable {
    /// A skill or role with fewer questions in the bank is one that it lacks.
    public static let enough = 3
    /// The most skills that questions are made for; those that count most come first.
    public static let limitSubjects = 6

    /// What can be asked about any skill.
    public var skills: [Question]
    /// What can be asked about any role.
    public var roles: [Question]

    /// Templates for skills and roles; without any, no questions are made.
    public init(skills: [Question] = [], roles: [Question] = []) {
        self.skills = skills
        self.roles = roles
    }

    /// What the bank has too little about: the skills that fewer than `enough` questions name, and a role that no question
    /// names.
    public static func subjects(lackingIn bank: QuestionBank, skills: SkillSet, role: String?)
        -> [TemplateSubject]
    {
        let matcher = SkillMatcher(skills.skills.map(\.skill))
        let shares = skills.isEmpty ? [] : bank.questions.map(matcher.shares)
        let lacking = skills.skills.enumerated().filter { place, _ in
            shares.count { $0[place] >= SkillMatcher.named } < enough
        }
        let isRoleKnown = role.map { role in
            bank.questions.contains { !$0.roles.isEmpty && $0.suits(role: role) }
        }
        return (isRoleKnown == false ? [TemplateSubject(.role, role ?? "")] : [])
            + lacking.prefix(limitSubjects).map { TemplateSubject(.skill, $0.element.skill.name) }
    }

    /// The questions about some subjects.
    public func questions(about subjects: [TemplateSubject]) -> [Question] {
        subjects.flatMap { subject in
            let templates =
                switch subject.sort {
                case .skill: skills
                case .role: roles
                }
            return templates.map { $0.about(subject) }
        }
    }
}

extension QuestionBank {
    /// The bank with the questions that its templates make for some subjects; where an id is taken, the bank's own question
    /// stays.
    public func adding(templates subjects: [TemplateSubject]) -> QuestionBank {
        adding(templates.questions(about: subjects))
    }

    /// The bank with further questions behind its own; where an id is taken, the question that has it stays.
    public func adding(_ made: [Question]) -> QuestionBank {
        var seen: Set<String> = []
        let new = made.filter { self[$0.id] == nil && seen.insert($0.id).inserted }
        // No id comes twice, so the bank cannot be refused.
        return (try? QuestionBank(questions + new, templates: templates)) ?? self
    }
}
