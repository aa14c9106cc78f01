public import Accounts
import Archive
import Foundation
public import Interview
import Practice
public import Records

extension VivaService {
    /// Ends an interview and sums it up. One without an answer ends as abandoned, which the log has as giving it up.
    ///
    /// - Parameters:
    ///   - beginning: what is done when it was planned and not begun.
    ///   - address: the address of the network that it is asked from.
    /// - Throws: `ServiceError`; `conflict` for one that does not go on.
    public func complete(
        _ name: RecordName, beginning: InterviewAnswer.Beginning = .asked, for requester: Requester,
        from address: String? = nil
    ) async throws(ServiceError) -> InterviewResults {
        try await attempt {
            let sheet = try await sheet(name, to: .change, for: requester)
            try Self.require(.complete, sheet.interview.state, beginning)
            try await waitForAnswers(of: sheet.number)
            let summary = try await withRoom(.number(sheet.number)) { room in
                let interview = await room.interview
                // An answer that broke off was taken in just now.
                guard interview.phase != .analysing else { throw Self.stillHeard(1) }
                return try await room.finish(
                    resources: tools.resources,
                    earlierScores: try await archive.earlierScores(than: interview))
            }
            let ended = try await archive.records.sheet(of: .number(sheet.number))
            if ended.interview.state == .abandoned {
                try await log(.cancelInterview, ended, by: Caller(requester, from: address))
            }
            let details = ended.interview.details
            let people = [details.interviewer, details.candidate].compactMap(\.self)
            return results(
                ResultShelf.Entry(sheet: ended, summary: summary),
                try await archive.records.accountNumbers(ofPeople: Set(people)), for: requester)
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
            throw Self.stillHeard(count)
        }
    }

    private static func stillHeard(_ count: Int) -> ServiceError {
        .busy(
            retryAfterSeconds: 5,
            reason:
                "\(count == 1 ? "1 answer is" : "\(count) answers are") still being heard: end the interview when that is done."
        )
    }

    /// What came of an interview so far.
    ///
    /// - Throws: `ServiceError`.
    public func results(
        of name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> InterviewResults {
        try await attempt {
            let stamp = try await archive.stamp(of: name)
            let entry = try await shelf.entry(of: stamp) {
                let sheet = try await archive.records.sheet(of: .number(stamp.number))
                return ResultShelf.Entry(
                    sheet: sheet,
                    summary: InterviewSummary(
                        of: sheet.interview, resources: tools.resources, earlierScores: stamp.earlierScores))
            }
            try require(.read, entry.sheet.interview.details, name: "\(name)", for: requester)
            return results(entry, stamp.accounts, for: requester)
        }
    }

    private func results(
        _ entry: ResultShelf.Entry, _ accounts: [Int64: Int64], for requester: Requester
    ) -> InterviewResults {
        let interview = entry.sheet.interview
        if hidesExpectations(of: interview, from: requester) {
            // What it sums up tells what is expected as well.
            let sheet = entry.sheet.withoutExpectations
            return InterviewResults(
                sheet: sheet, summary: InterviewSummary(of: sheet.interview, resources: tools.resources),
                showsExpectations: false, accounts: accounts, renderings: ResultRenderings())
        }
        return InterviewResults(
            sheet: entry.sheet, summary: entry.summary,
            showsExpectations: showsExpectations(of: interview, for: requester), accounts: accounts,
            renderings: entry.renderings)
    }

    /// Calls an interview off that was planned, or gives one up that goes on.
    ///
    /// - Parameter address: the address of the network that it is asked from.
    /// - Throws: `ServiceError`; `conflict` for one that is over, `busy` while somebody works on it, such as one who speaks.
    @discardableResult
    public func cancel(
        _ name: RecordName, because reason: String? = nil, for requester: Requester,
        from address: String? = nil
    ) async throws(ServiceError) -> InterviewSheet {
        let sheet = try await changing(name, to: .change, for: requester) { interview, now in
            let isPlanned = interview.state == .scheduled
            try interview.handle(isPlanned ? .cancelled(reason: reason, at: now) : .abandoned(at: now))
        }
        try await log(.cancelInterview, sheet, by: Caller(requester, from: address))
        return sheet
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
    /// - Throws: `ServiceError`, `invalid` for a person, an organization or a resume that may not be named, `conflict` when somebody who is
    ///   new in it is taken at its time or would ask and answer, and what `change` throws; nothing is changed then.
    @discardableResult
    public func change(
        _ name: RecordName, overlap: ScheduleOverlap = .refused, for requester: Requester,
        _ change: @escaping @Sendable (inout InterviewDetails) throws -> Void
    ) async throws(ServiceError) -> InterviewSheet {
        try await attempt {
            let sheet = try await sheet(name, to: .change, for: requester)
            if sheet.interview.state.isOver { try requireHolder(to: .rewrite, sheet, for: requester) }
            let before = sheet.interview.details
            var wanted = before
            try change(&wanted)
            try await requireNameable(wanted, instead: before, for: requester)
            guard requester.reaches(wanted, by: AccessTable.scope(of: requester, .change, .interview)) else {
                throw ServiceError.notAllowed(reason: "An interview cannot be taken from oneself so.")
            }
            let checked = wanted
            _ = try await tellingClashes(for: requester) {
                try await archive.records.changeDetails(
                    of: [.number(sheet.number)], overlap: overlap, at: tools.now
                ) { details in
                    let earlier = details
                    try change(&details)
                    details.notePlanning(by: requester, instead: earlier)
                    // Who and what was looked at is what it names, also when somebody else changed it meanwhile.
                    guard details.names(as: checked) else {
                        throw RecordsError.changedMeanwhile(kind: "interview", name: "\(name)")
                    }
                }
            }
            return try await self.sheet(sheet.number, shownTo: requester)
        }
    }

    private func changing(
        _ name: RecordName, to action: AccessAction, for requester: Requester,
        _ change: @escaping @Sendable (inout Interview, Date) throws -> Void
    ) async throws(ServiceError) -> InterviewSheet {
        try await attempt {
            let sheet = try await sheet(name, to: action, for: requester)
            let now = tools.now
            let name = RecordName.number(sheet.number)
            if sheet.interview.state.isOver { try requireHolder(to: .rewrite, sheet, for: requester) }
            // Whoever works on it could not keep the next answer after the change.
            try await waiting {
                _ = try await archive.undisturbed([name]) {
                    try await archive.records.change(name, at: now) { try change(&$0, now) }
                }
            }
            return try await self.sheet(sheet.number, shownTo: requester)
        }
    }

    /// The same interview once more, begun now; the one before stays as it is.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that is not over, `notAllowed` for the candidate of one that others hold.
    public func restart(
        _ name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> InterviewSheet {
        try await attempt {
            let sheet = try await sheet(name, to: .answer, for: requester)
            try requireHolder(to: .restart, sheet, for: requester)
            let again = try sheet.interview.restarted(
                id: UUID().uuidString.lowercased(), seed: UInt64.random(in: 0...UInt64(UInt32.max)),
                at: tools.now)
            let kept = try await archive.records.keep(again, at: tools.now)
            return try await self.sheet(kept.number, shownTo: requester)
        }
    }

    /// Deletes an interview with its answers, recordings, conversation and reports.
    ///
    /// - Parameter address: the address of the network that it is asked from.
    /// - Throws: `ServiceError`; `busy` while somebody works on it.
    public func delete(
        _ name: RecordName, for requester: Requester, from address: String? = nil
    ) async throws(ServiceError) {
        try await attempt {
            let sheet = try await sheet(name, to: .delete, for: requester)
            _ = try await waiting { try await archive.delete(.number(sheet.number)) }
            try await log(.deleteInterview, sheet, by: Caller(requester, from: address))
        }
    }
}

extension InterviewDetails {
    /// Whether it names the same people, organization and resume as another one.
    fileprivate func names(as other: InterviewDetails) -> Bool {
        candidate == other.candidate && interviewer == other.interviewer
            && organization == other.organization && resume == other.resume
    }
}
