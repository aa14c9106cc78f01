import Evaluation
public import Interview
import SQL

extension Records {
    /// What answers score lowest in, over the last take of every question; follow-ups do not count.
    public func weakAreas(of filter: InterviewFilter = InterviewFilter()) async throws(RecordsError)
        -> WeakAreas
    {
        try await read { connection in
            let rows = try connection.rows(Self.categories(of: filter))
            return WeakAreas(
                dimensions: try Dimension.allCases.compactMap { try Self.average(of: $0, rows) },
                categories: try rows.compactMap { try Self.area($0, named: "category") },
                skills: try connection.rows(Self.skills(of: filter)).compactMap {
                    try Self.area($0, named: "skill")
                })
        }
    }

    /// The scores of each subject added up, with those of each side, so that the answers are read once. SQLite takes the tables of
    /// a `CROSS JOIN` in their order: that of the two indices that hold all that is read here.
    private static func categories(of filter: InterviewFilter) -> SQLQuery {
        let sums = (Dimension.allCases.map(\.column) + ["overall"]).map { column -> SQLQuery in
            "SUM(takes.\(column)) AS \(column), COUNT(takes.\(column)) AS \(column)_count"
        }
        return """
            SELECT turns.category AS category, \(SQLQuery.joined(sums, by: ", "))
            FROM turns CROSS JOIN takes
            WHERE takes.turn_id = turns.id AND takes.is_final = 1 AND turns.is_follow_up = 0
                \(filter.member("turns.interview_id"))
            GROUP BY turns.category
            """
    }

    private static func skills(of filter: InterviewFilter) -> SQLQuery {
        """
        SELECT skill, SUM(overall) AS overall, COUNT(overall) AS overall_count
        FROM interview_skills WHERE \(InterviewFilter.isScored) \(filter.member("interview_id")) GROUP BY skill
        """
    }

    /// The mean of a side over the sums of all subjects.
    private static func average(of dimension: Dimension, _ rows: [SQLRow]) throws -> DimensionAverage? {
        let name = dimension.column.text
        let sum = try rows.reduce(0.0) { $0 + (try $1.optionalReal(name) ?? 0) }
        let count = try rows.reduce(0) { $0 + (try $1.count("\(name)_count")) }
        return count > 0
            ? DimensionAverage(dimension: dimension, mean: sum / Double(count), count: count) : nil
    }

    private static func area(_ row: SQLRow, named column: String) throws -> WeakAreas.Area? {
        guard let sum = try row.optionalReal("overall") else { return nil }
        let count = try row.count("overall_count")
        return WeakAreas.Area(name: try row.text(column), mean: sum / Double(count), count: count)
    }
}
