import SQL

extension Records {
    /// Counts that an interview was made from a template in another way than by `use`.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func countUse(ofTemplate name: RecordName) async throws(RecordsError) {
        try await write { connection in
            let changed = try connection.run(
                "UPDATE templates SET use_count = use_count + 1 WHERE \(name.condition)")
            guard changed == 1 else {
                throw RecordsError.notFound(kind: "template", name: "\(name)")
            }
        }
    }
}
