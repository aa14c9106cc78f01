import Records

extension AdminService {
    /// What people and organizations are called, by their numbers.
    ///
    /// - Throws: `ServiceError`.
    public func names(
        ofPeople people: Set<Int64>, organizations: Set<Int64>, for caller: Caller
    ) async throws(ServiceError) -> (people: [Int64: String], organizations: [Int64: String]) {
        try organization(of: caller)
        return try await ServiceError.doing {
            var names: [Int64: String] = [:]
            for number in organizations { names[number] = try await records.name(ofOrganization: number) }
            return (try await records.names(ofPeople: people), names)
        }
    }

    /// Those of some accounts that are not to be seen by somebody: those of other organizations, and of none.
    public func accountsHidden(among numbers: Set<Int64>, from caller: Caller) async -> Set<Int64> {
        guard !looksAfterAll(caller) else { return [] }
        var hidden: Set<Int64> = []
        for number in numbers {
            if (try? await administration.account(.number(number), for: caller)) == nil {
                hidden.insert(number)
            }
        }
        return hidden
    }
}
