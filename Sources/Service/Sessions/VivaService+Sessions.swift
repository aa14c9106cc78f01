public import Accounts
import Archive
import Foundation
import Interview
public import Records

extension VivaService {
    /// A page of the interviews that somebody may see, without what was asked, newest first.
    ///
    /// - Throws: `ServiceError`.
    public func sessions(
        _ filter: InterviewFilter = InterviewFilter(), page: PageRequest, for requester: Requester
    ) async throws(ServiceError) -> RecordsPage<InterviewHead> {
        try await attempt {
            try await archive.records.interviewHeads(narrowed(filter, for: requester), page: page)
        }
    }

    /// An interview without what was asked.
    ///
    /// - Throws: `ServiceError.notFound` also for one that may not be seen.
    public func session(
        _ name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> InterviewHead {
        try await attempt {
            let head = try await archive.records.interviewHead(name)
            try require(.read, head.interview.details, name: "\(name)", for: requester)
            return head
        }
    }

    /// Begins an interview; one that goes on stays as it is.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that is over.
    public func begin(_ name: RecordName, for requester: Requester) async throws(ServiceError) {
        let sheet = try await attempt { try await self.sheet(name, to: .change, for: requester) }
        if sheet.interview.state != .inProgress { _ = try await start(.number(sheet.number), for: requester) }
    }

    /// Ends an interview that goes on and sums it up; one that ended stays as it is.
    ///
    /// - Parameter address: the address of the network that it is asked from.
    /// - Throws: `ServiceError`; `conflict` for one that was not begun.
    public func end(
        _ name: RecordName, for requester: Requester, from address: String? = nil
    ) async throws(ServiceError) -> InterviewResults {
        let sheet = try await attempt { try await self.sheet(name, to: .change, for: requester) }
        switch sheet.interview.state {
        case .completed, .abandoned: return try await results(of: .number(sheet.number), for: requester)
        default: return try await complete(.number(sheet.number), for: requester, from: address)
        }
    }

    /// Changes an interview: all that is asked for or, where that is refused, nothing.
    ///
    /// - Parameter address: the address of the network that it is asked from.
    /// - Throws: `ServiceError`; `invalid` for a person who is not there or may not be seen, or would ask and answer; `conflict` for what
    ///   does not fit its state, or when somebody is taken at its time; `notAllowed` for the candidate of one that others hold when it is
    ///   over.
    public func edit(
        _ name: RecordName, _ edit: InterviewEdit, for requester: Requester, from address: String? = nil
    ) async throws(ServiceError) {
        try await attempt {
            let sheet = try await sheet(name, to: .change, for: requester)
            if sheet.interview.state.isOver { try requireHolder(to: .rewrite, sheet, for: requester) }
            let now = tools.now
            let last = try Self.lastStep(edit, of: sheet.interview)
            var changed = sheet.interview
            try edit.apply(to: &changed, at: now)
            try await requirePeople(of: changed.details, besides: sheet.interview.details, for: requester)
            guard
                requester.reaches(changed.details, by: AccessTable.scope(of: requester, .change, .interview))
            else { throw ServiceError.notAllowed(reason: "Interview \(name) would not be yours any more.") }
            let number = RecordName.number(sheet.number)
            _ = try await tellingClashes(for: requester) {
                try await waiting {
                    try await archive.undisturbed([number]) {
                        try await archive.records.replan(number, at: now) { interview in
                            let earlier = interview.details
                            try edit.apply(to: &interview, at: now)
                            interview.details.notePlanning(by: requester, instead: earlier)
                        }
                    }
                }
            }
            switch last {
            case .start: try await begin(number, for: requester)
            case .complete: _ = try await end(number, for: requester, from: address)
            case .cancel, .abandon:
                try await log(.cancelInterview, sheet, by: Caller(requester, from: address))
            default: break
            }
        }
    }

    /// What is done behind a change to bring an interview where it is to stand.
    private static func lastStep(
        _ edit: InterviewEdit, of interview: Interview
    ) throws(ServiceError) -> InterviewAction? {
        guard let state = edit.state, state != interview.state else { return nil }
        guard let action = interview.state.step(to: state) else {
            throw .conflict(
                reason: "The interview does not go from where it stands to what is asked for: look again.")
        }
        return action
    }

    /// Refuses people who are new in an interview and may not be named by whoever asks.
    private func requirePeople(
        of details: InterviewDetails, besides before: InterviewDetails, for requester: Requester
    ) async throws {
        let named: [(field: String, person: Int64?, before: Int64?)] = [
            ("interviewer_id", details.interviewer, before.interviewer),
            ("student_id", details.candidate, before.candidate),
        ]
        for (field, person, before) in named where person != before {
            try await requireNameable(person: person, field, for: requester)
        }
    }
}
