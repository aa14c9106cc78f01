import Accounts
import Archive
import Interview
import Records

extension VivaService {
    /// With which records somebody may do something; `nil` for all.
    func reach(
        of requester: Requester, _ action: AccessAction, _ resource: AccessResource
    ) -> RecordReach? {
        let own = requester.person.map { RecordReach.person($0) } ?? .none
        return switch AccessTable.scope(of: requester, action, resource) {
        case .all: nil
        // What is in no organization is not that of those who are in none.
        case .organization: requester.organization.map { .organization($0, person: requester.person) } ?? own
        case .own: own
        case .none: RecordReach.none
        }
    }

    /// A filter that shows only what somebody may see, so that totals are right.
    func narrowed(_ filter: InterviewFilter, for requester: Requester) -> InterviewFilter {
        var filter = filter
        filter.reach = reach(of: requester, .read, .interview)
        return filter
    }

    /// An interview with which somebody may do something.
    ///
    /// - Throws: `ServiceError.notFound` also for one that may not be seen, `notAllowed` for one that may be seen alone.
    func sheet(
        _ name: RecordName, to action: AccessAction, for requester: Requester
    ) async throws -> InterviewSheet {
        let sheet: InterviewSheet
        do { sheet = try await archive.records.sheet(of: name) } catch {
            throw ServiceError(error)
        }
        try require(action, sheet.interview.details, name: "\(name)", for: requester)
        return shown(sheet, to: requester)
    }

    /// An interview after something was done with it, as whoever did it may see it.
    ///
    /// - Throws: `RecordsError`.
    func sheet(_ number: Int64, shownTo requester: Requester) async throws(RecordsError) -> InterviewSheet {
        shown(try await archive.records.sheet(of: .number(number)), to: requester)
    }

    /// The interview that a question belongs to, where somebody may do something with it.
    ///
    /// - Throws: as `sheet(_:to:for:)`.
    func sheet(
        ofQuestion number: Int64, to action: AccessAction, for requester: Requester
    ) async throws -> (sheet: InterviewSheet, question: InterviewQuestion) {
        let sheet = shown(try await archive.records.sheet(ofQuestion: number), to: requester)
        let missing = ServiceError.notFound(kind: "question", name: "\(number)")
        guard isVisible(sheet.interview.details, for: requester), let question = sheet.question(number) else {
            throw missing
        }
        try require(action, sheet.interview.details, name: "\(sheet.number)", for: requester)
        return (sheet, question)
    }

    /// Refuses what may not be done with an interview.
    func require(
        _ action: AccessAction, _ details: InterviewDetails, name: String, for requester: Requester
    ) throws(ServiceError) {
        guard isVisible(details, for: requester) else { throw .notFound(kind: "interview", name: name) }
        guard requester.reaches(details, by: AccessTable.scope(of: requester, action, .interview)) else {
            throw .notAllowed(reason: "Interview \(name) can be seen by you, but \(action.refusal).")
        }
    }

    private func isVisible(_ details: InterviewDetails, for requester: Requester) -> Bool {
        requester.reaches(details, by: AccessTable.scope(of: requester, .read, .interview))
    }
}

extension AccessAction {
    /// What cannot be done with an interview that can be seen, behind "but".
    fileprivate var refusal: String {
        switch self {
        case .answer: "only its candidate and its interviewer take part in it"
        case .change: "not begun, changed or ended"
        case .review: "not reviewed"
        case .delete: "not deleted"
        case .read, .create: "nothing else done with it"
        }
    }
}

extension Requester {
    /// Whether an interview is one of those that a rule speaks of.
    func reaches(_ details: InterviewDetails, by scope: AccessScope) -> Bool {
        reaches(owners: [details.candidate, details.interviewer], details.organization, by: scope)
    }

    /// Whether something of some people and an organization is one of those that a rule speaks of.
    func reaches(owners: [Int64?], _ organization: Int64?, by scope: AccessScope) -> Bool {
        let isOwn = person != nil && owners.contains(person)
        return switch scope {
        case .all: true
        case .organization:
            isOwn || self.organization != nil && organization == self.organization
        case .own: isOwn
        case .none: false
        }
    }
}
