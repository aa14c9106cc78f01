public import Accounts
import Archive
import Foundation
import Interview
public import Records

extension VivaService {
    /// Makes an interview, with its questions chosen and settled.
    ///
    /// - Throws: `ServiceError`; `invalid` for what cannot be, also a person or resume that is not there or may not be seen;
    ///   `conflict` when somebody is taken at its time. Nothing is kept then.
    @discardableResult
    public func create(
        _ request: InterviewRequest, for requester: Requester
    ) async throws(ServiceError) -> InterviewSheet {
        try await attempt {
            let resume = try await usableResume(request.resume, for: requester)
            let people = try await people(of: request, for: requester)
            let bank = try await bank(for: requester)
            let choice = try QuestionChoice(request: request, bank: bank, tools: tools, resume: resume?.value)
            let seed = UInt64.random(in: 0...UInt64(UInt32.max))
            let history = try await archive.history(of: people.candidate)
            let questions = try choice.questions(seed: seed, history: history)
            let plan = InterviewPlan(
                questionCount: questions.count, followUpLimit: request.followUpLimit,
                preferences: choice.preferences, seed: seed, fixed: questions)
            var details = InterviewDetails(
                title: try InvalidField.text(request.title, "title") ?? "",
                summary: try InvalidField.text(request.summary, "description"), mode: request.mode,
                medium: request.medium, company: request.company, role: choice.role, skills: choice.skills,
                jobDescription: request.jobDescription,
                tags: try InvalidField.labels(request.tags, "tags"), organization: people.organization,
                candidate: people.candidate, interviewer: people.interviewer, resume: resume?.number,
                usesLanguageModel: request.usesLanguageModel, keepsAudio: request.keepsAudio,
                wantsVideo: request.wantsVideo, timeOutMinutes: request.timeOutMinutes,
                plannedMinutes: request.plannedMinutes)
            details.notePlanning(by: requester)
            let scope = AccessTable.scope(of: requester, .create, .interview)
            guard requester.reaches(details, by: scope) else {
                throw ServiceError.notAllowed(reason: "Such an interview cannot be made by you.")
            }
            return shown(try await keep(plan, details, request, for: requester), to: requester)
        }
    }

    private func keep(
        _ plan: InterviewPlan, _ details: InterviewDetails, _ request: InterviewRequest,
        for requester: Requester
    ) async throws -> InterviewSheet {
        let id = UUID().uuidString.lowercased()
        let now = tools.now
        let kept =
            switch request.beginning {
            case .now:
                try await archive.records.keep(
                    Interview(id: id, plan: plan, details: details, startedAt: now), at: now)
            case .later:
                try await tellingClashes(for: requester) {
                    try await archive.records.schedule(
                        Interview(
                            id: id, plan: plan, details: details, schedule: request.schedule, createdAt: now),
                        overlap: request.overlap, past: request.past, at: now)
                }
            }
        return try await archive.records.sheet(of: .number(kept.number))
    }

    /// Who takes part, as far as they may be named by whoever asks.
    private func people(
        of request: InterviewRequest, for requester: Requester
    ) async throws -> (candidate: Int64?, interviewer: Int64?, organization: Int64?) {
        for (field, person) in [("candidate", request.candidate), ("interviewer", request.interviewer)] {
            try await requireNameable(person: person, field, for: requester)
        }
        if let organization = request.organization {
            try await requireNameable(organization: organization, to: .create, for: requester)
        }
        // Whoever practises is not the one who asks.
        let asks = requester.role == .interviewer && request.candidate != requester.person
        return (
            request.candidate ?? (requester.role == .candidate ? requester.person : nil),
            request.interviewer ?? (asks ? requester.person : nil),
            request.organization ?? requester.organization
        )
    }

    /// A resume that somebody may use.
    func usableResume(
        _ name: RecordName?, for requester: Requester
    ) async throws -> KeptRecord<Resume>? {
        guard let name else { return nil }
        let missing = ServiceError.invalid(field: "resume_id", reason: "There is no resume \(name).")
        do { return try await resume(name, for: requester) } catch {
            guard case .notFound = error else { throw error }
            throw missing
        }
    }
}
