import Accounts
import Archive
import Interview
import Records

/// Whom and what somebody may name in an interview that is made or changed.
extension VivaService {
    /// Refuses a person whom somebody may not see.
    func requireNameable(person: Int64?, _ field: String, for requester: Requester) async throws {
        guard let person, person != requester.person else { return }
        do { _ = try await self.person(.number(person), for: requester) } catch {
            guard case .notFound = error else { throw error }
            throw ServiceError.invalid(field: field, reason: "There is no person \(person).")
        }
    }

    /// Refuses an organization that is not there, or is another than that of somebody who does not see all.
    func requireNameable(
        organization: Int64?, to action: AccessAction, for requester: Requester
    ) async throws {
        guard organization != requester.organization else { return }
        let missing = ServiceError.invalid(
            field: "organization",
            reason: "There is no organization \(organization.map { "\($0)" } ?? "none").")
        guard AccessTable.scope(of: requester, action, .interview) == .all else { throw missing }
        guard let organization else { return }
        do throws(RecordsError) { _ = try await archive.records.organization(.number(organization)) } catch {
            guard case .notFound = error else { throw error }
            throw missing
        }
    }

    /// Refuses a change of an interview after which it would name whom or what somebody may not name.
    func requireNameable(
        _ after: InterviewDetails, instead before: InterviewDetails, for requester: Requester
    ) async throws {
        if after.candidate != before.candidate {
            try await requireNameable(person: after.candidate, "candidate", for: requester)
        }
        if after.interviewer != before.interviewer {
            try await requireNameable(person: after.interviewer, "interviewer", for: requester)
        }
        if after.organization != before.organization {
            try await requireNameable(organization: after.organization, to: .change, for: requester)
        }
        if after.resume != before.resume {
            _ = try await usableResume(after.resume.map { .number($0) }, for: requester)
        }
    }
}
