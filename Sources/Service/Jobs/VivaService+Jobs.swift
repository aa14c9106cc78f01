public import Accounts
import Archive
public import Interview
public import Records

extension VivaService {
    /// A job as soon as it is over, or as it stands after so many seconds.
    ///
    /// - Throws: `ServiceError.notFound` also for one that may not be seen.
    public func job(
        _ name: RecordName, waitingSeconds: Double = 0, for requester: Requester
    ) async throws(ServiceError) -> JobStatus {
        try await attempt {
            let kept = try await archive.records.job(name)
            guard try await isVisible(kept, for: requester) else {
                throw ServiceError.notFound(kind: "job", name: "\(name)")
            }
            return try await status(jobs.job(kept.number, waitingSeconds: waitingSeconds))
        }
    }

    /// A page of the jobs that somebody ordered, the latest first; for whoever works alone, of all.
    ///
    /// - Throws: `ServiceError`.
    public func jobs(
        state: Job.State? = nil, page: PageRequest, for requester: Requester
    ) async throws(ServiceError) -> (jobs: [JobStatus], total: Int?) {
        try await attempt {
            guard requester.isLocal || requester.account != nil else { return ([], 0) }
            let found = try await archive.records.jobs(
                orderedBy: requester.account, state: state, page: page)
            var statuses: [JobStatus] = []
            for kept in found.items { statuses.append(try await status(kept)) }
            return (statuses, found.total)
        }
    }

    /// A job with its place in the queue.
    func status(_ kept: KeptJob) async throws -> JobStatus {
        JobStatus(
            kept: kept,
            position: kept.state == .waiting ? try await archive.records.jobs(before: kept) : nil)
    }

    private func isVisible(_ job: KeptJob, for requester: Requester) async throws -> Bool {
        if requester.isLocal { return true }
        if let account = requester.account, job.job.account == account { return true }
        guard let interview = job.job.interview else {
            return AccessTable.scope(of: requester, .read, .interview) == .all
        }
        do { _ = try await sheet(.number(interview), to: .read, for: requester) } catch {
            guard case .notFound = ServiceError(error) else { throw error }
            return false
        }
        return true
    }
}
