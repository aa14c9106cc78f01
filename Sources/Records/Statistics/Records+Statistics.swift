import Evaluation
public import Interview
import SQL

extension Records {
    /// Interviews in figures.
    public func statistics(of filter: InterviewFilter = InterviewFilter()) async throws(RecordsError)
        -> InterviewStatistics
    {
        try await read { connection in
            let row = try connection.oneRow(Self.figures(of: filter))
            return InterviewStatistics(
                interviews: try row.count("interviews"),
                states: try InterviewState.allCases.map {
                    .init(state: $0, interviews: try row.count("state_\($0.rawValue.lowercased())"))
                },
                questionsAnswered: try row.count("answered"), followUpsAnswered: try row.count("follow_ups"),
                waitingForReview: try row.count("waiting"), meanOverall: try row.optionalReal("overall"),
                dimensions: try Dimension.allCases.compactMap { dimension in
                    let name = dimension.column.text
                    return try row.optionalReal(name).map {
                        DimensionAverage(
                            dimension: dimension, mean: $0, count: try row.count("\(name)_count"))
                    }
                },
                meanDurationMinutes: try row.optionalReal("seconds").map { $0 / 60 },
                labels: try PerformanceLabel.allCases.map {
                    .init(label: $0, interviews: try row.count("label_\($0.rawValue)"))
                },
                favouriteRole: try Self.favouriteRole(filter, connection),
                trend: try Self.trend(filter, connection))
        }
    }

    private static func figures(of filter: InterviewFilter) -> SQLQuery {
        var columns: [SQLQuery] = [
            "COUNT(*) AS interviews", "COALESCE(SUM(answered_count), 0) AS answered",
            "COALESCE(SUM(answered_follow_ups), 0) AS follow_ups",
            "COUNT(*) FILTER (WHERE waiting_count > 0) AS waiting",
            "AVG(overall) FILTER (WHERE state = 'completed') AS overall",
            "AVG(duration_seconds) FILTER (WHERE state = 'completed') AS seconds",
        ]
        for state in InterviewState.allCases {
            let name = SQLQuery.trusted("state_\(state.rawValue.lowercased())")
            columns.append("COUNT(*) FILTER (WHERE state = \(state.rawValue)) AS \(name)")
        }
        for label in PerformanceLabel.allCases {
            let name = SQLQuery.trusted("label_\(label.rawValue)")
            columns.append(
                "COUNT(*) FILTER (WHERE state = 'completed' AND label = \(label.rawValue)) AS \(name)")
        }
        for column in Dimension.allCases.map(\.column) {
            columns.append("AVG(\(column)) FILTER (WHERE state = 'completed') AS \(column)")
            columns.append("COUNT(\(column)) FILTER (WHERE state = 'completed') AS \(column)_count")
        }
        return "SELECT \(SQLQuery.joined(columns, by: ", ")) FROM interviews \(filter.clause())"
    }

    /// The role with the most interviews, written as in the last of them.
    private static func favouriteRole(
        _ filter: InterviewFilter, _ connection: any SQLConnection
    ) throws -> InterviewStatistics.RoleCount? {
        let most = try connection.row(
            """
            SELECT COUNT(*) AS interviews, MAX(id) AS newest FROM interviews
            \(filter.clause(and: "role_folded IS NOT NULL"))
            GROUP BY role_folded ORDER BY interviews DESC, newest DESC LIMIT 1
            """)
        guard let most else { return nil }
        let row = try connection.oneRow("SELECT role FROM interviews WHERE id = \(most.integer("newest"))")
        return .init(role: try row.text("role"), interviews: try most.count("interviews"))
    }

    /// The trend of completed interviews that were judged as the newest of them was.
    private static func trend(_ filter: InterviewFilter, _ connection: any SQLConnection) throws -> Trend? {
        let newest = try connection.row(
            """
            SELECT judging FROM interviews \(filter.clause(and: isJudged))
            ORDER BY held_at DESC, id DESC LIMIT 1
            """)
        guard let judging = try newest?.text("judging") else { return nil }
        let rows = try connection.rows(
            """
            SELECT overall FROM interviews \(filter.clause(and: isJudged, "judging = \(judging)"))
            ORDER BY held_at DESC, id DESC LIMIT \(Trend.scoresNeeded)
            """)
        return Trend(of: try rows.reversed().map { try $0.real("overall") })
    }

    private static let isJudged: SQLQuery = "\(InterviewFilter.isScored) AND judging IS NOT NULL"
}
