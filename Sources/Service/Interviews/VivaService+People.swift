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
}
