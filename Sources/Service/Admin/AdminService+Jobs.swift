import Accounts
import Interview
public import Records

extension AdminService {
    /// A page of the jobs that somebody looks after, the latest first.
    ///
    /// - Throws: `ServiceError`.
    public func jobs(
        _ filter: JobFilter, page: PageRequest, for caller: Caller
    ) async throws(ServiceError) -> RecordsPage<KeptJob> {
        var filter = filter
        guard filter.organization.narrow(toOrganization: try organization(of: caller)) else {
            return .nothing(page)
        }
        return try await ServiceError.doing { [filter] in try await records.jobs(filter, page: page) }
    }

    /// A job.
    ///
    /// - Throws: `ServiceError.notFound` also for one that belongs to others.
    public func job(_ name: RecordName, for caller: Caller) async throws(ServiceError) -> KeptJob {
        let own = try organization(of: caller)
        let kept = try await ServiceError.doing { try await records.job(name) }
        guard own != nil else { return kept }
        let missing = ServiceError.notFound(kind: "job", name: "\(name)")
        guard let interview = kept.job.interview else { throw missing }
        do { _ = try await service.interview(.number(interview), for: caller.requester) } catch {
            throw missing
        }
        return kept
    }

    /// Lets a job that was given up be done again.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that was not given up.
    public func retryJob(_ name: RecordName, by caller: Caller) async throws(ServiceError) -> KeptJob {
        let before = try await job(name, for: caller)
        let kept = try await ServiceError.doing {
            try await records.retryJob(.number(before.number), at: now)
        }
        return try await logged("job.retry", kept, by: caller)
    }

    /// Gives a job up that is not over.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that is over.
    public func cancelJob(_ name: RecordName, by caller: Caller) async throws(ServiceError) -> KeptJob {
        let before = try await job(name, for: caller)
        let kept = try await ServiceError.doing {
            try await records.cancelJob(
                .number(before.number), because: "An admin cancelled it.", at: now)
        }
        return try await logged("job.cancel", kept, by: caller)
    }

    private func logged(
        _ action: String, _ kept: KeptJob, by caller: Caller
    ) async throws(ServiceError) -> KeptJob {
        try await log(
            action, .interview, kept.job.interview, organization: try organization(of: caller), by: caller,
            detail: "job \(kept.number)")
        return kept
    }
}
