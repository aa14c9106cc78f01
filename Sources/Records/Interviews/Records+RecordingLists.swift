import SQL

extension Records {
    /// A page of the recordings that interviews name, those of the latest interviews first.
    ///
    /// - Parameters:
    ///   - interview: of the interview with this number; `nil` for all.
    ///   - organization: of interviews of this organization; `nil` for all.
    ///   - text: whose name, address of content, interview's title or candidate hold this; `nil` for all.
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func recordingListings(
        interview: Int64? = nil, organization: Int64? = nil, text: String? = nil, page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<RecordingListing> {
        try await read { connection in
            var conditions: [SQLQuery] = []
            if let interview { conditions.append("interview_id = \(interview)") }
            if let organization { conditions.append("organization_id = \(organization)") }
            if let text {
                let people: SQLQuery =
                    "(SELECT id FROM people WHERE \(LabelColumn.holds(text, in: "searched")))"
                conditions.append(
                    """
                    (\(LabelColumn.holds(text, asGivenIn: "name")) OR \(LabelColumn.holds(text, asGivenIn: "title"))
                    OR \(LabelColumn.holds(text, in: "recording")) OR candidate_id IN \(people))
                    """)
            }
            return try ListQuery(
                columns: RecordingListing.columns, source: RecordingListing.source, conditions: conditions,
                key: "interview_id", id: "place"
            ).page(page, connection, RecordingListing.init)
        }
    }

    /// How many recordings interviews name, and how many bytes they have; one that several name counts for each.
    ///
    /// - Throws: `RecordsError.database`.
    public func recordingTotals() async throws(RecordsError) -> (count: Int, bytes: Int) {
        try await read { connection in
            let row = try connection.oneRow(
                "SELECT COUNT(*) AS n, CAST(COALESCE(SUM(bytes), 0) AS BIGINT) AS bytes FROM recording_files")
            return (try row.count("n"), try row.count("bytes"))
        }
    }
}
