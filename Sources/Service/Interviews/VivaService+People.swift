public import Accounts
import Archive
public import Interview
public import Records

extension VivaService {
    /// Somebody.
    ///
    /// - Throws: `ServiceError.notFound` also for somebody who may not be seen.
    public func person(
        _ name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> KeptRecord<Person> {
        try await attempt {
            let kept = try await archive.records.person(name)
            let scope = AccessTable.scope(of: requester, .read, .person)
            guard requester.reaches(owners: [kept.number], kept.value.organization, by: scope) else {
                throw ServiceError.notFound(kind: "person", name: "\(name)")
            }
            return kept
        }
    }

    /// A page of the people that somebody may see, the latest first.
    ///
    /// - Throws: `ServiceError`.
    public func people(
        _ filter: PersonFilter = PersonFilter(), page: PageRequest, for requester: Requester
    ) async throws(ServiceError) -> RecordsPage<KeptRecord<Person>> {
        try await attempt {
            var filter = filter
            filter.reach = reach(of: requester, .read, .person)
            return try await archive.records.people(filter, page: page)
        }
    }

    /// The number of the account of somebody; `nil` for nobody, and for somebody without one.
    ///
    /// - Throws: `ServiceError.failed`.
    public func account(ofPerson number: Int64?) async throws(ServiceError) -> Int64? {
        guard let number else { return nil }
        return try await attempt { try await archive.records.accountNumbers(ofPeople: [number])[number] }
    }
}
