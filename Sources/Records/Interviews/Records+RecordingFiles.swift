import SQL

extension Records {
    /// The number and the id of an interview, also of one that cannot be read.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func identity(ofInterview name: RecordName) async throws(RecordsError) -> (
        number: Int64, id: String
    ) {
        try await read { connection in
            guard let row = try connection.row("SELECT id, uuid FROM interviews WHERE \(name.condition)")
            else {
                throw RecordsError.notFound(kind: "interview", name: "\(name)")
            }
            return (try row.integer("id"), try row.text("uuid"))
        }
    }
}
