import SQL

extension Records {
    /// The numbers of the accounts of some people, by the numbers of the people; those who have none are left out.
    ///
    /// - Throws: `RecordsError.database`.
    public func accountNumbers(ofPeople people: Set<Int64>) async throws(RecordsError) -> [Int64: Int64] {
        try await read { try Self.accountNumbers(ofPeople: people, $0) }
    }

    static func accountNumbers(
        ofPeople people: Set<Int64>, _ connection: any SQLConnection
    ) throws -> [Int64: Int64] {
        guard !people.isEmpty else { return [:] }
        return try connection.rows(
            "SELECT id, person_id FROM accounts WHERE person_id IN (\(SQLQuery.list(people.sorted())))"
        ).reduce(into: [:]) { numbers, row in
            numbers[try row.integer("person_id")] = try row.integer("id")
        }
    }
}
