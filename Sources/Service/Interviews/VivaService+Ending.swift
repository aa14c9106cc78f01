public import Accounts
import Archive
import Foundation
public import Interview
import Practice
public import Records

extension VivaService {
    /// Ends an interview and sums it up. One without an answer ends as abandoned.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that does not go on.
    public func complete(
        _ name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> InterviewResults {
        try await attempt {
            let sheet = try await sheet(name, to: .answer, for: requester)
            guard sheet.interview.state.allowed.contains(.complete) else {
                throw InterviewError.notAllowed(.complete, sheet.interview.state)
            }
            try await waitForAnswers(of: sheet.number)
            let summary = try await withRoom(.number(sheet.number)) { room in
                let interview = await room.interview
                return try await room.finish(
                    resources: tools.resources,
                    earlierScores: try await archive.earlierScores(than: interview))
            }
            let ended = try await archive.records.sheet(of: .number(sheet.number))
            return InterviewResults(sheet: ended, summary: summary)
        }
    }

    /// Waits until the answers of an interview are heard.
    ///
    /// - Throws: `ServiceError.busy` when that takes too long.
    private func waitForAnswers(of number: Int64) async throws {
        try await waiting {
            let interview = try await archive.records.interview(.number(number)).interview
            let count = interview.turns.flatMap(\.takes).count { $0.isWaiting && $0.medium == .spoken }
            guard count > 0 else { return }
            throw ServiceError.busy(
                retryAfterSeconds: 5,
                reason:
                    "\(count == 1 ? "1 answer is" : "\(count) answers are") still being heard: end the interview when that is done."
            )
        }
    }

    /// What came of an interview so far.
    ///
    /// - Throws: `ServiceError`.
    public func results(
        of name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> InterviewResults {
        try await attempt {
            let sheet = try await sheet(name, to: .read, for: requester)
            let summary = InterviewSummary(
                of: sheet.interview, resources: tools.resources,
                earlierScores: try await archive.earlierScores(than: sheet.interview))
            return InterviewResults(sheet: sheet, summary: summary)
        }
    }

    /// Calls an interview off that was planned, or gives one up that goes on.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that is over.
    @discardableResult
    public func cancel(
        _ name: RecordName, because reason: String? = nil, for requester: Requester
    ) async throws(ServiceError) -> InterviewSheet {
        try await changing(name, to: .change, for: requester) { interview, now in
            let isPlanned = interview.state == .scheduled
            try interview.handle(isPlanned ? .cancelled(reason: reason, at: now) : .abandoned(at: now))
        }
    }

    /// Notes that the candidate did not come.
    ///
    /// - Throws: `ServiceError`; `conflict` before its time.
    @discardableResult
    public func markMissed(
        _ name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> InterviewSheet {
        try await changing(name, to: .change, for: requester) { try $0.handle(.missed(at: $1)) }
    }

    /// Changes what an interview is called, for what and for whom it is.
    ///
    /// - Throws: `ServiceError`, and what `change` throws; nothing is changed then.
    @discardableResult
    public func change(
        _ name: RecordName, for requester: Requester,
        _ change: @escaping @Sendable (inout InterviewDetails) throws -> Void
    ) async throws(ServiceError) -> InterviewSheet {
        try await changing(name, to: .change, for: requester) { interview, _ in try change(&interview.details)
        }
    }

    /// Moves an interview to another time.
    ///
    /// - Throws: `ServiceError`; `conflict` when somebody is taken then, or it may not be moved.
    @discardableResult
    public func reschedule(
        _ name: RecordName, to schedule: InterviewSchedule, overlap: ScheduleOverlap = .refused,
        for requester: Requester
    ) async throws(ServiceError) -> InterviewSheet {
        try await attempt {
            let sheet = try await sheet(name, to: .change, for: requester)
            try await archive.records.reschedule(
                .number(sheet.number), to: schedule, overlap: overlap, at: tools.now)
            return try await archive.records.sheet(of: .number(sheet.number))
        }
    }

    private func changing(
        _ name: RecordName, to action: AccessAction, for requester: Requester,
        _ change: @escaping @Sendable (inout Interview, Date) throws -> Void
    ) async throws(ServiceError) -> InterviewSheet {
        try await attempt {
            let sheet = try await sheet(name, to: action, for: requester)
            let now = tools.now
            try await archive.records.change(.number(sheet.number), at: now) { try change(&$0, now) }
            return try await archive.records.sheet(of: .number(sheet.number))
        }
    }

    /// The same interview once more, begun now; the one before stays as it is.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that is not over.
    public func restart(
        _ name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> InterviewSheet {
        try await attempt {
            let sheet = try await sheet(name, to: .answer, for: requester)
            let again = try sheet.interview.restarted(
                id: UUID().uuidString.lowercased(), seed: UInt64.random(in: 0...UInt64(UInt32.max)),
                at: tools.now)
            let kept = try await archive.records.keep(again, at: tools.now)
            return try await archive.records.sheet(of: .number(kept.number))
        }
    }

    /// Deletes an interview with its answers, recordings, conversation and reports.
    ///
    /// - Throws: `ServiceError`; `busy` while somebody works on it.
    public func delete(_ name: RecordName, for requester: Requester) async throws(ServiceError) {
        try await attempt {
            let sheet = try await sheet(name, to: .delete, for: requester)
            _ = try await waiting { try await archive.delete(.number(sheet.number)) }
        }
    }
}
