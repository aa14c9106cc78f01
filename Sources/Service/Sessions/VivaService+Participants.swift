public import Accounts
import Archive
import Foundation
public import Interview
public import Records

extension VivaService {
    /// A page of the interviewers or the students that somebody may see, the first first.
    ///
    /// - Throws: `ServiceError`.
    public func participants(
        as part: Participant.Part, page: PageRequest, for requester: Requester
    ) async throws(ServiceError) -> RecordsPage<Participant> {
        try await attempt {
            try await archive.records.participants(
                as: part, reach: reach(of: requester, .read, .person), page: page)
        }
    }

    /// An interviewer or a student.
    ///
    /// - Throws: `ServiceError.notFound` also for somebody who may not be seen.
    public func participant(
        _ name: RecordName, as part: Participant.Part, for requester: Requester
    ) async throws(ServiceError) -> Participant {
        try await participant(name, as: part, to: .read, for: requester)
    }

    /// Makes somebody an interviewer or a student of the organization of whoever asks.
    ///
    /// - Throws: `ServiceError`; `conflict` when somebody there has the address.
    public func add(
        _ part: Participant.Part, name: String, email: String?, for requester: Requester
    ) async throws(ServiceError) -> Participant {
        try await attempt {
            let scope = AccessTable.scope(of: requester, .create, .person)
            guard requester.reaches(owners: [], requester.organization, by: scope) else {
                throw ServiceError.notAllowed(reason: "Nobody can be added by you.")
            }
            let person = Person(
                id: UUID().uuidString.lowercased(), name: name, email: email, role: part.role,
                organization: requester.organization)
            return try await archive.records.keep(person, as: part, at: tools.now)
        }
    }

    /// Changes what is known about an interviewer or a student.
    ///
    /// - Throws: `ServiceError`, and what `change` throws; nothing is changed then.
    public func change(
        _ part: Participant.Part, _ name: RecordName, for requester: Requester,
        _ change: @escaping @Sendable (inout Person) throws -> Void
    ) async throws(ServiceError) -> Participant {
        let participant = try await participant(name, as: part, to: .change, for: requester)
        return try await attempt {
            try await archive.records.changePerson(.number(participant.person.number), at: tools.now, change)
            return try await archive.records.participant(.number(participant.number), as: part)
        }
    }

    /// Deletes an interviewer or a student. Interviews stay, without the person.
    ///
    /// - Throws: `ServiceError`; `conflict` for somebody with an account, which would go as well.
    public func delete(
        _ part: Participant.Part, _ name: RecordName, for requester: Requester
    ) async throws(ServiceError) {
        let participant = try await participant(name, as: part, to: .delete, for: requester)
        guard participant.account == nil else {
            throw .conflict(
                reason: """
                    The \(part.noun) \(participant.number) has an account and is not deleted here: disable the account, or erase \
                    person \(participant.person.number) with all that is kept about them (viva erase).
                    """)
        }
        try await attempt {
            try await archive.deletePerson(.number(participant.person.number))
        }
    }

    private func participant(
        _ name: RecordName, as part: Participant.Part, to action: AccessAction, for requester: Requester
    ) async throws(ServiceError) -> Participant {
        try await attempt {
            let participant = try await archive.records.participant(name, as: part)
            func isReached(_ action: AccessAction) -> Bool {
                requester.reaches(
                    owners: [participant.person.number], participant.person.value.organization,
                    by: AccessTable.scope(of: requester, action, .person))
            }
            guard isReached(.read) else { throw ServiceError.notFound(kind: part.noun, name: "\(name)") }
            guard isReached(action) else {
                throw ServiceError.notAllowed(
                    reason: "The \(part.noun) \(name) can be seen here, and nothing else done.")
            }
            return participant
        }
    }
}
