public import Accounts
import Archive
public import Interview
public import Records

extension VivaService {
    /// A page of the templates that somebody may use: those of nobody in particular, of their own and of their organisation.
    ///
    /// - Throws: `ServiceError`.
    public func templates(
        _ filter: TemplateFilter = TemplateFilter(), page: PageRequest, for requester: Requester
    ) async throws(ServiceError) -> RecordsPage<KeptTemplate> {
        try await attempt {
            var filter = filter
            filter.audience = templateAudience(of: requester)
            return try await archive.records.templates(filter, page: page)
        }
    }

    /// A template.
    ///
    /// - Throws: `ServiceError.notFound` also for one that may not be seen.
    public func template(
        _ name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> KeptTemplate {
        try await attempt {
            let kept = try await archive.records.template(name)
            guard templateAudience(of: requester)?.includes(kept.template) ?? true else {
                throw ServiceError.notFound(kind: "template", name: "\(name)")
            }
            return kept
        }
    }

    /// Makes an interview from a template.
    ///
    /// - Throws: `ServiceError`; `conflict` when somebody is taken at its time.
    public func use(
        template name: RecordName, role: String? = nil, company: String? = nil, candidate: Int64? = nil,
        schedule: InterviewSchedule? = nil, manner: InterviewManner = InterviewManner(),
        for requester: Requester
    ) async throws(ServiceError) -> InterviewSheet {
        let template = try await template(name, for: requester)
        return try await attempt {
            let candidate = candidate ?? (requester.role == .candidate ? requester.person : nil)
            // Whoever practises is not the one who asks.
            let asks = requester.role == .interviewer && candidate != requester.person
            // A template of nobody in particular makes interviews of whoever uses it.
            let organization = template.template.organization ?? requester.organization
            let interviewer = asks ? requester.person : nil
            let details = InterviewDetails(
                organization: organization, candidate: candidate, interviewer: interviewer)
            let scope = AccessTable.scope(of: requester, .create, .interview)
            guard requester.reaches(details, by: scope) else {
                throw ServiceError.notAllowed(reason: "An interview for others cannot be made by you.")
            }
            if let candidate, candidate != requester.person {
                _ = try await person(.number(candidate), for: requester)
            }
            let written = try role.map { role throws(InvalidField) in
                try QuestionChoice.name(role, "role")
            }
            let chosen = try await choice(of: template.template, role: written, candidate, for: requester)
            let minutes = template.template.durationMinutes
            let made = try await archive.records.use(
                template: .number(template.number), role: chosen.role, company: company,
                candidate: candidate, schedule: schedule, manner: manner, at: tools.now
            ) { interview in
                interview.details.organization = organization
                interview.details.interviewer = interviewer
                interview.details.plannedMinutes = minutes
                interview.details.notePlanning(by: requester)
                if written != interview.plan.preferences.role { interview.details.role = written }
                if let questions = chosen.questions { try interview.settle(questions) }
            }
            return try await sheet(made.number, shownTo: requester)
        }
    }

    /// What a template has no questions of its own for, chosen now, so that they can be looked at and named; `nil` where they are settled
    /// or there is none. And the role that they are for, `nil` for that of the template.
    private func choice(
        of template: InterviewTemplate, role: String?, _ candidate: Int64?, for requester: Requester
    ) async throws -> (role: String?, questions: [Question]?) {
        guard case .chosen(let count) = template.questions else {
            return (role.flatMap { QuestionPreferences.canName($0) ? $0 : nil }, nil)
        }
        let bank = try await bank(for: requester)
        let role = role.flatMap { QuestionChoice.role($0, in: RoleFinder(questions: bank.questions)) }
        var preferences = template.preferences
        preferences.role = role ?? template.role
        let chosen = QuestionChooser(seed: UInt64.random(in: 0...UInt64(UInt32.max))).enoughChoices(
            count, from: bank.adding(tools.templates.questions(about: preferences.templates ?? [])),
            preferences: preferences, history: try await archive.history(of: candidate))
        return (role, chosen.isEmpty ? nil : chosen.map(\.question))
    }

    /// The questions that a template has, as they read now; none where they are chosen when it is used.
    ///
    /// - Throws: `ServiceError`.
    public func questions(of template: InterviewTemplate) async throws(ServiceError) -> [Question] {
        try await attempt {
            switch template.questions {
            case .chosen: return []
            case .own(let questions): return questions
            case .ofBank(let bank, let ids):
                let questions = try await archive.records.activeQuestions(of: .number(bank))
                return ids.compactMap { id in questions.first { $0.id == id } }
            }
        }
    }

    private func templateAudience(of requester: Requester) -> Audience? {
        switch AccessTable.scope(of: requester, .read, .template) {
        case .all: nil
        case .organization: Audience(person: requester.person, organization: requester.organization)
        case .own: Audience(person: requester.person)
        case .none: Audience()
        }
    }
}

extension Audience {
    /// Whether a template is for it.
    fileprivate func includes(_ template: InterviewTemplate) -> Bool {
        template.owner == nil && template.organization == nil
            || template.owner != nil && template.owner == person
            || template.organization != nil && template.organization == organization
    }
}
