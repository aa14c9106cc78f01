import SQL

extension Records {
    /// Those of some addresses of recordings and other files that something names: an interview, a resume, a message or a report.
    ///
    /// - Throws: `RecordsError.database`.
    public func named(of addresses: Set<String>) async throws(RecordsError) -> Set<String> {
        try await read { connection in
            addresses.subtracting(try RecordFiles(connection).unnamed(of: addresses))
        }
    }

    /// The number and the id of an interview, also of one that cannot be read.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func identity(
        ofInterview name: RecordName
    ) async throws(RecordsError) -> (number: Int64, id: String) {
        try await read { connection in
            guard let row = try connection.row("SELECT id, uuid FROM interviews WHERE \(name.condition)")
            else { throw RecordsError.notFound(kind: "interview", name: "\(name)") }
            return (try row.integer("id"), try row.text("uuid"))
        }
    }

    /// The organizations that interviews belong to, by the numbers of the interviews; those of none, or that are not there, are left out.
    /// It is found out also of an interview that cannot be read.
    ///
    /// - Throws: `RecordsError.database`.
    public func organizations(
        ofInterviews numbers: Set<Int64>
    ) async throws(RecordsError) -> [Int64: Int64] {
        try await read { connection in
            try numbers.reduce(into: [:]) { organizations, number in
                let row = try connection.row("SELECT organization_id FROM interviews WHERE id = \(number)")
                organizations[number] = try row?.optionalInteger("organization_id")
            }
        }
    }

    /// What people are called, by their numbers; those that are not there are left out.
    ///
    /// - Throws: `RecordsError.database`.
    public func names(ofPeople numbers: Set<Int64>) async throws(RecordsError) -> [Int64: String] {
        try await read { connection in
            try numbers.reduce(into: [:]) { names, number in
                let row = try connection.row("SELECT name FROM people WHERE id = \(number)")
                names[number] = try row?.text("name")
            }
        }
    }

    /// What an organization is called; `nil` when it is not there.
    ///
    /// - Throws: `RecordsError.database`.
    public func name(ofOrganization number: Int64) async throws(RecordsError) -> String? {
        try await read { connection in
            try connection.row("SELECT name FROM organizations WHERE id = \(number)")?.text("name")
        }
    }
}
