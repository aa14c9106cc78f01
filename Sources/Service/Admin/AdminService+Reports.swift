import Accounts
import Archive
public import Interview
public import Records

extension AdminService {
    /// A page of the reports on interviews that somebody looks after, the latest first.
    ///
    /// - Parameters:
    ///   - interview: the number of an interview; `nil` for all.
    ///   - decision: what was decided; `nil` for anything.
    ///   - text: of interviews whose title or candidate holds this; `nil` for all.
    /// - Throws: `ServiceError`.
    public func reports(
        interview: Int64? = nil, decision: ReportDecision? = nil, text: String? = nil, page: PageRequest,
        for caller: Caller
    ) async throws(ServiceError) -> RecordsPage<KeptReport> {
        try organization(of: caller)
        return try await ServiceError.doing {
            try await records.reports(
                of: interview, decision: decision, text: text,
                reach: service.reach(of: caller.requester, .read, .report), page: page)
        }
    }

    /// A report.
    ///
    /// - Throws: `ServiceError.notFound` also for one that belongs to others.
    public func report(_ name: RecordName, for caller: Caller) async throws(ServiceError) -> KeptReport {
        try organization(of: caller)
        return try await service.report(name, for: caller.requester)
    }

    /// Notes what was decided on a report.
    ///
    /// - Throws: `ServiceError`.
    public func decide(
        report name: RecordName, _ decision: ReportDecision?, by caller: Caller
    ) async throws(ServiceError) -> KeptReport {
        let report = try await report(name, for: caller)
        guard let decision, decision != report.decision else { return report }
        let decided = try await ServiceError.doing {
            try await records.decide(report: .number(report.number), decision, at: now)
        }
        try await log("report.change", report, by: caller)
        return decided
    }

    /// Deletes a report with its file.
    ///
    /// - Throws: `ServiceError`.
    public func deleteReport(_ name: RecordName, by caller: Caller) async throws(ServiceError) {
        let report = try await report(name, for: caller)
        try await ServiceError.doing { try await archive.deleteReport(.number(report.number)) }
        try await log("report.delete", report, by: caller)
    }

    private func log(
        _ action: String, _ report: KeptReport, by caller: Caller
    ) async throws(ServiceError) {
        let organization = try await ServiceError.doing {
            try await records.organizations(ofInterviews: [report.interview])[report.interview]
        }
        try await log(action, .report, report.number, organization: organization, by: caller)
    }
}
