import Accounts
import Archive
import Interview
import Records

extension VivaService {
    /// Chooses the questions of an interview for which nobody wrote one: by its role, its skills and its description of a job, or by its
    /// title and what it is about; one for each six minutes, from three to ten.
    ///
    /// - Throws: `ServiceError.conflict` when no question fits.
    func settleQuestions(of sheet: InterviewSheet, for requester: Requester) async throws {
        let (plan, details) = (sheet.interview.plan, sheet.interview.details)
        var request = InterviewRequest()
        request.kind = plan.preferences.mix
        // The middle level is what nobody said.
        request.level = plan.preferences.level == .mid ? nil : plan.preferences.level
        request.role = plan.preferences.role
        request.skills = (plan.preferences.skills?.skills ?? []).map(\.skill.name)
        request.jobDescription =
            details.jobDescription
            ?? [details.title, details.summary].compactMap(\.self).joined(separator: "\n")
        let minutes =
            sheet.interview.schedule?.durationMinutes ?? details.plannedMinutes
            ?? InterviewSchedule.usualMinutes
        request.questionCount = min(max(minutes / 6, 3), 10)
        let resume: Resume? =
            if let number = details.resume { try await archive.records.resume(.number(number)).value } else {
                nil
            }
        let choice = try QuestionChoice(
            request: request, bank: try await bank(for: requester), tools: tools, resume: resume)
        let history = try await archive.history(of: details.candidate)
        let questions: [Question]
        do throws(InvalidField) {
            questions = try choice.questions(seed: plan.seed, history: history)
        } catch {
            throw ServiceError.conflict(
                reason:
                    "Interview \(sheet.number) has no question, and no bank has one that fits: add questions to it first."
            )
        }
        try await archive.records.change(.number(sheet.number), at: tools.now) { interview in
            if interview.plan.fixed?.isEmpty == true { try interview.settle(questions) }
        }
    }
}
