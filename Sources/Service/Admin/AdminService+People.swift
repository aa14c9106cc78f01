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
        return (kept, try await holdings(of: kept.number, for: caller).seen)
    }

    /// What is kept about a person: as far as it belongs to those whom somebody looks after, and how many interviews belong to others.
    private func holdings(
        of person: Int64, for caller: Caller
    ) async throws(ServiceError) -> (seen: Holdings, foreign: Int) {
        let own = try organization(of: caller)
        return try await ServiceError.doing {
            var holdings = try await records.holdings(.person(.number(person)))
            guard let own else { return (holdings, 0) }
            let numbers = try await records.organizations(ofInterviews: Set(holdings.interviews.keys))
            let count = holdings.interviews.count
            holdings.interviews = holdings.interviews.filter { numbers[$0.key] == own }
            return (holdings, count - holdings.interviews.count)
        }
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
    /// - Throws: `ServiceError`; `conflict` for the one who asks, and for somebody who answers in an interview that does not belong to those
    ///   whom the admin looks after.
    public func deletePerson(_ name: RecordName, by caller: Caller) async throws(ServiceError) {
        let kept = try await other(name, than: caller)
        try await requireNoForeignInterview(of: kept.number, "would be nobody's", for: caller)
        try await ServiceError.doing { try await archive.deletePerson(.number(kept.number)) }
        administration.standing.forgetAll()
        try await log(
            "person.delete", .person, kept.number, organization: kept.value.organization, by: caller)
    }

    /// Erases a person with the interviews in which the person answers, their recordings, the resumes and the account.
    ///
    /// - Throws: `ServiceError`; `conflict` for the one who asks, and for somebody who answers in an interview that does not belong to those
    ///   whom the admin looks after; `busy` while somebody works on one of the interviews.
    @discardableResult
    public func erasePerson(
        _ name: RecordName, by caller: Caller
    ) async throws(ServiceError) -> Archive.Erasure {
        let kept = try await other(name, than: caller)
        try await requireNoForeignInterview(of: kept.number, "would be erased as well", for: caller)
        let erasure = try await ServiceError.doing {
            try await archive.erase(.person(.number(kept.number)))
        }
        administration.standing.forgetAll()
        try await log(
            "person.erase", .person, kept.number, organization: kept.value.organization, by: caller,
            detail: "\(erasure.interviews) interviews, \(erasure.files) files")
        return erasure
    }

    /// Refuses to touch the interviews of another organization.
    ///
    /// - Parameter consequence: what would become of them.
    private func requireNoForeignInterview(
        of person: Int64, _ consequence: String, for caller: Caller
    ) async throws(ServiceError) {
        let foreign = try await holdings(of: person, for: caller).foreign
        guard foreign == 0 else {
            throw .conflict(
                reason:
                    "The person answers in \(foreign == 1 ? "an interview" : "\(foreign) interviews") outside of your organization, which \(consequence): ask an admin of the whole server."
            )
        }
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
