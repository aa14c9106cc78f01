import Accounts
import Archive
import FoundationEssentials
import Interview
import Records

extension VivaService {
    /// Adds a line to the log about an interview: what somebody else than the candidate did with it, and what the candidate did with one that
    /// others hold. What the candidates do with their own, and whoever uses this machine alone, is nobody else's business.
    func log(
        _ action: AuditAction, _ sheet: InterviewSheet, by caller: Caller
    ) async throws(ServiceError) {
        let requester = caller.requester
        let details = sheet.interview.details
        let isOwn = details.isAnswered(by: requester) && !details.isHeldByOthers
        guard !requester.isLocal, !isOwn else { return }
        try await ServiceError.doing {
            try await archive.records.log(
                AuditEntry(
                    date: tools.now, account: requester.account,
                    organization: details.organization, action: action, resource: .interview,
                    number: sheet.number, address: caller.address))
        }
    }
}
