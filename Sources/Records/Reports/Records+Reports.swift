public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Notes that a report was made of an interview, with the address of its file where that is kept.
    ///
    /// - Throws: `RecordsError.notFound` for the interview.
    @discardableResult
    public func addReport(
        of interview: RecordName, file: String? = nil, decision: ReportDecision = .pending,
        at date: Date = Date()
    ) async throws(RecordsError) -> KeptReport {
        try await write { connection in
            try Self.insertReport(
                of: Self.number(ofInterview: interview, connection), file, decision, at: date, connection)
        }
    }

    /// Notes that the report of an interview was made. An interview has one: that on which nothing was decided is renewed and keeps its
    /// number, and one on which something was decided stays as it was, beside a new one.
    ///
    /// - Returns: the report, and the addresses of files that nothing names any more.
    /// - Throws: `RecordsError.notFound` for the interview.
    public func keepReport(
        of interview: RecordName, file: String, at date: Date = Date()
    ) async throws(RecordsError) -> (report: KeptReport, unnamed: [String]) {
        try await write { connection in
            let number = try Self.number(ofInterview: interview, connection)
            guard
                let row = try connection.row(
                    """
                    SELECT \(KeptReport.columns) FROM reports
                    WHERE interview_id = \(number) AND decision = \(ReportDecision.pending.rawValue) ORDER BY id DESC LIMIT 1
                    """)
            else { return (try Self.insertReport(of: number, file, .pending, at: date, connection), []) }
            let earlier = try KeptReport(row)
            try connection.run(
                """
                UPDATE reports SET file = \(file), created_at = \(date), updated_at = \(date)
                WHERE id = \(earlier.number)
                """)
            return (
                try Self.report(.number(earlier.number), connection),
                try RecordFiles(connection).unnamed(of: Set([earlier.file].compactMap(\.self)))
            )
        }
    }

    private static func insertReport(
        of interview: Int64, _ file: String?, _ decision: ReportDecision, at date: Date,
        _ connection: any SQLConnection
    ) throws -> KeptReport {
        let columns: [(StaticString, SQLValue)] = [
            ("uuid", UUID().uuidString.lowercased().sqlValue), ("interview_id", .integer(interview)),
            ("decision", decision.rawValue.sqlValue), ("file", file.sqlValue),
            ("created_at", date.sqlValue), ("updated_at", date.sqlValue),
        ]
        return try KeptReport(
            connection.oneRow(
                "\(SQLQuery.insert(into: "reports", columns)) RETURNING \(KeptReport.columns)"))
    }

    /// A report.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func report(_ name: RecordName) async throws(RecordsError) -> KeptReport {
        try await read { try Self.report(name, $0) }
    }

    /// A page of the reports, the latest first.
    ///
    /// - Parameters:
    ///   - interview: The number of an interview; `nil` for all.
    ///   - decision: What was decided; `nil` for anything.
    ///   - text: Of interviews whose title or candidate holds this; `nil` for all.
    ///   - reach: Only of the interviews that somebody may see.
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func reports(
        of interview: Int64? = nil, decision: ReportDecision? = nil, text: String? = nil,
        reach: RecordReach? = nil, page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<KeptReport> {
        try await read { connection in
            var conditions: [SQLQuery] = []
            if let interview { conditions.append("interview_id = \(interview)") }
            if let decision { conditions.append("decision = \(decision.rawValue)") }
            if let text {
                conditions.append(
                    """
                    interview_id IN (SELECT interviews.id FROM interviews WHERE \(LabelColumn.holds(text, asGivenIn: "title"))
                    OR candidate_id IN (SELECT people.id FROM people WHERE \(LabelColumn.holds(text, in: "searched"))))
                    """)
            }
            if let reach {
                let reached = reach.condition(of: ["candidate_id", "interviewer_id"])
                conditions.append("interview_id IN (SELECT interviews.id FROM interviews WHERE \(reached))")
            }
            return try ListQuery(
                columns: KeptReport.columns, source: "reports", conditions: conditions, key: "id"
            ).page(page, connection, KeptReport.init)
        }
    }

    /// Keeps what was decided on a report.
    ///
    /// - Throws: `RecordsError.notFound`.
    @discardableResult
    public func decide(
        report name: RecordName, _ decision: ReportDecision, at date: Date = Date()
    ) async throws(RecordsError) -> KeptReport {
        try await write { connection in
            try connection.run(
                """
                UPDATE reports SET decision = \(decision.rawValue), updated_at = \(date)
                WHERE \(name.condition)
                """)
            return try Self.report(name, connection)
        }
    }

    /// Deletes a report.
    ///
    /// - Returns: The address of its file when nothing names it any more.
    /// - Throws: `RecordsError.notFound`.
    @discardableResult
    public func deleteReport(_ name: RecordName) async throws(RecordsError) -> [String] {
        try await write { connection in
            let report = try Self.report(name, connection)
            try connection.run("DELETE FROM reports WHERE id = \(report.number)")
            return try RecordFiles(connection).unnamed(of: Set([report.file].compactMap(\.self)))
        }
    }

    private static func report(_ name: RecordName, _ connection: any SQLConnection) throws -> KeptReport {
        guard
            let row = try connection.row(
                "SELECT \(KeptReport.columns) FROM reports WHERE \(name.condition)")
        else { throw RecordsError.notFound(kind: "report", name: "\(name)") }
        return try KeptReport(row)
    }
}
