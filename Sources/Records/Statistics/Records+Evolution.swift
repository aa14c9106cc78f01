import Evaluation
public import Interview
import SQL

extension Records {
    /// The scores of the last completed interviews, in the order of time.
    ///
    /// - Parameter limit: how many at most, 1...`PageRequest.limit`.
    public func scoreEvolution(
        of filter: InterviewFilter = InterviewFilter(), limit: Int = 100
    ) async throws(RecordsError) -> [ScorePoint] {
        try await read { connection in
            let dimensions = SQLQuery.joined(Dimension.allCases.map(\.column), by: ", ")
            return try connection.rows(
                """
                SELECT id, held_at, overall, judging, \(dimensions) FROM interviews
                \(filter.clause(and: InterviewFilter.isScored))
                ORDER BY held_at DESC, id DESC LIMIT \(PageRequest.first(limit).count)
                """
            ).reversed().map { row in
                ScorePoint(
                    interview: try row.integer("id"), heldAt: try row.date("held_at"),
                    overall: try row.real("overall"),
                    judging: try row.optionalText("judging").flatMap(InterviewJudging.init(rawValue:)),
                    dimensions: try Dimension.allCases.compactMap { dimension in
                        try row.optionalReal(dimension.column.text).map {
                            ScorePoint.Score(dimension: dimension, score: $0)
                        }
                    })
            }
        }
    }

    /// How the answers of the last completed interviews were spoken, in the order of time; interviews without a spoken answer
    /// that could be measured are left out.
    ///
    /// - Parameter limit: how many at most, 1...`PageRequest.limit`.
    public func deliveryEvolution(
        of filter: InterviewFilter = InterviewFilter(), limit: Int = 100
    ) async throws(RecordsError) -> DeliveryEvolution {
        try await read { connection in
            let isSpoken: SQLQuery = """
                state = 'completed' AND (words_per_minute IS NOT NULL OR fillers_per_minute IS NOT NULL
                OR pauses_per_minute IS NOT NULL)
                """
            let points = try connection.rows(
                """
                SELECT id, held_at, words_per_minute, fillers_per_minute, pauses_per_minute FROM interviews
                \(filter.clause(and: isSpoken))
                ORDER BY held_at DESC, id DESC LIMIT \(PageRequest.first(limit).count)
                """
            ).reversed().map { row in
                DeliveryEvolution.Point(
                    interview: try row.integer("id"), heldAt: try row.date("held_at"),
                    wordsPerMinute: try row.optionalReal("words_per_minute"),
                    fillersPerMinute: try row.optionalReal("fillers_per_minute"),
                    pausesPerMinute: try row.optionalReal("pauses_per_minute"))
            }
            return DeliveryEvolution(
                points: points, pace: try Self.trend(of: "words_per_minute", filter, connection),
                fillers: try Self.trend(of: "fillers_per_minute", filter, connection),
                pauses: try Self.trend(of: "pauses_per_minute", filter, connection))
        }
    }

    /// The trend of the last interviews that have the figure: others may lie between them.
    private static func trend(
        of column: SQLQuery, _ filter: InterviewFilter, _ connection: any SQLConnection
    ) throws -> FigureTrend? {
        let rows = try connection.rows(
            """
            SELECT \(column) AS figure FROM interviews
            \(filter.clause(and: "state = 'completed'", "\(column) IS NOT NULL"))
            ORDER BY held_at DESC, id DESC LIMIT \(Trend.scoresNeeded)
            """)
        return FigureTrend(of: try rows.reversed().map { try $0.real("figure") })
    }
}
