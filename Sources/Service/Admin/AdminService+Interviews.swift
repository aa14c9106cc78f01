import Accounts
import Archive
public import Interview
public import Records

extension AdminService {
    /// A page of the interviews that somebody looks after, newest first.
    ///
    /// - Throws: `ServiceError`.
    public func interviews(
        _ filter: InterviewFilter, page: PageRequest, for caller: Caller
    ) async throws(ServiceError) -> RecordsPage<InterviewListing> {
        try organization(of: caller)
        return try await service.interviews(filter, page: page, for: caller.requester)
    }

    /// An interview with its questions and answers.
    ///
    /// - Throws: `ServiceError.notFound` also for one that belongs to others.
    public func interview(
        _ name: RecordName, for caller: Caller
    ) async throws(ServiceError) -> InterviewSheet {
        try organization(of: caller)
        return try await service.interview(name, for: caller.requester)
    }

    /// Changes what an interview is called, for what and for whom it is, while nobody works on it.
    ///
    /// - Parameter fields: the names of what is changed, for the log.
    /// - Throws: `ServiceError`; `busy` while somebody works on it, `conflict` when somebody who is new in it is taken at its time.
    public func changeInterview(
        _ name: RecordName, _ fields: [String], by caller: Caller,
        _ change: @escaping @Sendable (inout InterviewDetails) throws -> Void
    ) async throws(ServiceError) -> InterviewSheet {
        let before = try await interview(name, for: caller)
        let old = before.interview.details
        let changed = try await ServiceError.doing {
            var changed = old
            try change(&changed)
            return changed
        }
        if changed.organization != old.organization {
            _ = try await checked(changed.organization, of: caller)
        }
        if changed.candidate != old.candidate {
            try await check(person: changed.candidate, field: "candidate_id", for: caller)
        }
        if changed.interviewer != old.interviewer {
            try await check(person: changed.interviewer, field: "interviewer_id", for: caller)
        }
        _ = try await ServiceError.doing {
            try await service.tellingClashes(for: caller.requester) {
                try await service.waiting {
                    try await archive.changeDetails(of: [.number(before.number)]) { details in
                        let earlier = details
                        try change(&details)
                        details.notePlanning(by: caller.requester, instead: earlier)
                    }
                }
            }
        }
        try await log(
            "interview.change", .interview, before.number, organization: changed.organization, by: caller,
            detail: Self.detail(fields))
        return try await ServiceError.doing { try await records.sheet(of: .number(before.number)) }
    }

    /// Calls a planned interview off, or gives one up that goes on.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that is over.
    public func cancelInterview(
        _ name: RecordName, because reason: String? = nil, by caller: Caller
    ) async throws(ServiceError) -> InterviewSheet {
        let before = try await interview(name, for: caller)
        return try await service.cancel(
            .number(before.number), because: reason, for: caller.requester, from: caller.address)
    }

    /// Notes that the candidate of a planned interview did not come.
    ///
    /// - Throws: `ServiceError`; `conflict` before its time.
    public func markMissed(
        _ name: RecordName, by caller: Caller
    ) async throws(ServiceError) -> InterviewSheet {
        let before = try await interview(name, for: caller)
        let sheet = try await service.markMissed(.number(before.number), for: caller.requester)
        try await log(
            "interview.noShow", .interview, sheet.number, organization: sheet.interview.details.organization,
            by: caller)
        return sheet
    }

    /// Deletes an interview with its answers, recordings, conversation and reports. One that cannot be read goes as well, where somebody looks
    /// after all.
    ///
    /// - Throws: `ServiceError`; `busy` while somebody works on it.
    public func deleteInterview(_ name: RecordName, by caller: Caller) async throws(ServiceError) {
        let number: Int64
        if looksAfterAll(caller) {
            number = try await ServiceError.doing { try await records.identity(ofInterview: name).number }
        } else {
            number = try await interview(name, for: caller).number
        }
        let organization = try await ServiceError.doing {
            let organization = try await records.organizations(ofInterviews: [number])[number]
            _ = try await service.waiting { try await archive.delete(.number(number)) }
            return organization
        }
        try await log("interview.delete", .interview, number, organization: organization, by: caller)
    }
}
