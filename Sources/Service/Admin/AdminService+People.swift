import Accounts
public import Archive
import FoundationEssentials
public import Interview
public import Records

extension AdminService {
    /// A page of the people that somebody looks after, the latest first.
    ///
    /// - Throws: `ServiceError`.
    public func people(
        _ filter: PersonFilter, page: PageRequest, for caller: Caller
    ) async throws(ServiceError) -> RecordsPage<KeptRecord<Person>> {
        try organization(of: caller)
        return try await service.people(filter, page: page, for: caller.requester)
    }

    /// Somebody, with how much is kept about the person.
    ///
    /// - Throws: `ServiceError.notFound` also for somebody who belongs to others.
    public func person(
        _ name: RecordName, for caller: Caller
    ) async throws(ServiceError) -> (kept: KeptRecord<Person>, holdings: Holdings) {
        try organization(of: caller)
        let kept = try await service.person(name, for: caller.requester)
        let holdings = try await ServiceError.doing {
            try await records.holdings(.person(.number(kept.number)))
        }
        return (kept, holdings)
    }

    /// Adds a person.
    ///
    /// - Throws: `ServiceError`; `conflict` for an address that is taken.
    public func addPerson(
        _ person: Person, by caller: Caller
    ) async throws(ServiceError) -> KeptRecord<Person> {
        var person = person
        person.organization = try await checked(person.organization, of: caller)
        let kept = try await ServiceError.doing { [person] in try await records.keep(person) }
        try await log(
            "person.add", .person, kept.number, organization: kept.value.organization, by: caller)
        return kept
    }

    /// Changes what is known of a person.
    ///
    /// - Parameter fields: the names of what is changed, for the log.
    /// - Throws: `ServiceError`; `conflict` for an address that is taken.
    public func changePerson(
        _ name: RecordName, _ fields: [String], by caller: Caller,
        _ change: @escaping @Sendable (inout Person) -> Void
    ) async throws(ServiceError) -> KeptRecord<Person> {
        try organization(of: caller)
        let before = try await service.person(name, for: caller.requester)
        var changed = before.value
        change(&changed)
        if changed.organization != before.value.organization {
            _ = try await checked(changed.organization, of: caller)
        }
        let kept = try await ServiceError.doing {
            try await records.changePerson(.number(before.number)) { change(&$0) }
        }
        try await log(
            "person.change", .person, kept.number, organization: kept.value.organization, by: caller,
            detail: Self.detail(fields))
        return kept
    }

    /// Deletes a person with the resumes and the account; the interviews stay and are nobody's.
    ///
    /// - Throws: `ServiceError`; `conflict` for the one who asks.
    public func deletePerson(_ name: RecordName, by caller: Caller) async throws(ServiceError) {
        let kept = try await other(name, than: caller)
        try await ServiceError.doing { try await archive.deletePerson(.number(kept.number)) }
        administration.standing.forgetAll()
        try await log(
            "person.delete", .person, kept.number, organization: kept.value.organization, by: caller)
    }

    /// Erases a person with the interviews in which the person answers, their recordings, the resumes and the account.
    ///
    /// - Throws: `ServiceError`; `conflict` for the one who asks; `busy` while somebody works on one of the interviews.
    @discardableResult
    public func erasePerson(
        _ name: RecordName, by caller: Caller
    ) async throws(ServiceError) -> Archive.Erasure {
        let kept = try await other(name, than: caller)
        let erasure = try await ServiceError.doing {
            try await archive.erase(.person(.number(kept.number)))
        }
        administration.standing.forgetAll()
        try await log(
            "person.erase", .person, kept.number, organization: kept.value.organization, by: caller,
            detail: "\(erasure.interviews) interviews, \(erasure.files) files")
        return erasure
    }

    private func other(
        _ name: RecordName, than caller: Caller
    ) async throws(ServiceError) -> KeptRecord<Person> {
        try organization(of: caller)
        let kept = try await service.person(name, for: caller.requester)
        guard kept.number != caller.requester.person else {
            throw .conflict(
                reason: "Nobody deletes the own person, with which the own account goes: ask another admin.")
        }
        return kept
    }
}
