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
            let scope = AccessTable.scope(of: requester, .create, .interview)
            let details = InterviewDetails(
                organization: template.template.organization ?? requester.organization,
                candidate: candidate, interviewer: requester.role == .interviewer ? requester.person : nil)
            guard requester.reaches(details, by: scope) else {
                throw ServiceError.notAllowed(reason: "An interview for others cannot be made by you.")
            }
            if let candidate, candidate != requester.person {
                _ = try await person(.number(candidate), for: requester)
            }
            let made = try await archive.records.use(
                template: .number(template.number), role: role, company: company, candidate: candidate,
                schedule: schedule, manner: manner, at: tools.now)
            let chosen = try await questions(of: made.interview, for: requester)
            // A template of nobody in particular makes interviews of whoever uses it.
            let kept = try await archive.records.change(.number(made.number), at: tools.now) {
                $0.details.organization = details.organization
                $0.details.interviewer = details.interviewer
                $0.details.plannedMinutes = template.template.durationMinutes
                if let chosen { try $0.settle(chosen) }
            }
            return try await archive.records.sheet(of: .number(kept.number))
        }
    }

    /// The questions of an interview that has none yet, chosen now, so that they can be looked at and named; `nil` where they are settled
    /// or none fits.
    private func questions(
        of interview: Interview, for requester: Requester
    ) async throws -> [Question]? {
        let plan = interview.plan
        guard plan.fixed == nil else { return nil }
        let made = tools.templates.questions(about: plan.preferences.templates ?? [])
        let chosen = QuestionChooser(seed: plan.seed).choices(
            plan.questionCount, from: try await bank(for: requester).adding(made),
            preferences: plan.preferences,
            history: try await archive.history(of: interview.details.candidate))
        return chosen.isEmpty ? nil : chosen.map(\.question)
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
