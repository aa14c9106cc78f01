import SQL

extension Records {
    /// A page of the resumes without their texts, the latest first.
    ///
    /// - Parameters:
    ///   - person: of the person with this number; `nil` for all.
    ///   - organization: of people of this organization; `nil` for all.
    ///   - text: words that they have, in whatever form, or a part of the name or address of their person; `nil` for all.
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func resumeListings(
        person: Int64? = nil, organization: Int64? = nil, text: String? = nil, page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<ResumeListing> {
        try await read { connection in
            var conditions: [SQLQuery] = []
            if let person { conditions.append("resumes.person_id = \(person)") }
            if let organization { conditions.append("people.organization_id = \(organization)") }
            if let text { conditions.append(Self.resumes(with: text, connection.dialect)) }
            return try ListQuery(
                columns: ResumeListing.columns, source: ResumeListing.source, conditions: conditions,
                key: "resumes.id", id: "resumes.id"
            ).page(page, connection, ResumeListing.init)
        }
    }

    /// A resume without its text.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func resumeListing(_ name: RecordName) async throws(RecordsError) -> ResumeListing {
        try await read { connection in
            let condition: SQLQuery =
                switch name {
                case .number(let number): "resumes.id = \(number)"
                case .id(let id): "resumes.uuid = \(id)"
                }
            guard
                let row = try connection.row(
                    "SELECT \(ResumeListing.columns) FROM \(ResumeListing.source) WHERE \(condition)")
            else { throw RecordsError.notFound(kind: "resume", name: "\(name)") }
            return try ResumeListing(row)
        }
    }

    private static func resumes(with text: String, _ dialect: SQLDialect) -> SQLQuery {
        var ways: [SQLQuery] = [
            LabelColumn.holds(text, asGivenIn: "resumes.file_name"),
            LabelColumn.holds(text, in: "people.searched"),
        ]
        let words = SearchWords(text)
        if !words.isEmpty {
            ways.append(
                """
                resumes.id IN (SELECT texts.number FROM \(words.source(dialect))
                               WHERE \(words.condition(dialect)) AND texts.subject = 'resume')
                """)
        }
        return "(\(SQLQuery.joined(ways, by: " OR ")))"
    }
}
