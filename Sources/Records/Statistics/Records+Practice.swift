public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// How often was practised: the interviews with an answer in each day, week or month.
    ///
    /// - Parameter utcOffsetMinutes: how far the clock of whoever asks is ahead of UTC, in minutes.
    public func practiceFrequency(
        of filter: InterviewFilter = InterviewFilter(), by unit: PracticeFrequency.Unit,
        utcOffsetMinutes: Int
    ) async throws(RecordsError) -> PracticeFrequency {
        try await read { connection in
            let rows = try connection.rows(
                """
                WITH days AS (\(Self.days(of: filter, utcOffsetMinutes)))
                SELECT day, COUNT(*) AS interviews FROM days GROUP BY day ORDER BY day
                """)
            return PracticeFrequency(
                of: try rows.map { (try $0.count("day"), try $0.count("interviews")) }, unit: unit,
                utcOffsetMinutes: utcOffsetMinutes)
        }
    }

    /// Days in a row with practice.
    ///
    /// - Parameters:
    ///   - now: the moment up to which the current row counts.
    ///   - utcOffsetMinutes: how far the clock of whoever asks is ahead of UTC, in minutes.
    public func practiceStreaks(
        of filter: InterviewFilter = InterviewFilter(), now: Date = Date(), utcOffsetMinutes: Int
    ) async throws(RecordsError) -> PracticeStreaks {
        try await read { connection in
            // Days in a row have the same difference to their place among the days.
            let row = try connection.row(
                """
                WITH days AS (SELECT DISTINCT day FROM (\(Self.days(of: filter, utcOffsetMinutes))) AS held),
                placed AS (SELECT day, day - ROW_NUMBER() OVER (ORDER BY day) AS streak FROM days),
                streaks AS (SELECT COUNT(*) AS length, MAX(day) AS last FROM placed GROUP BY streak)
                SELECT length, last, MAX(length) OVER () AS longest, SUM(length) OVER () AS days
                FROM streaks ORDER BY last DESC LIMIT 1
                """)
            guard let row else {
                return PracticeStreaks(currentDays: 0, longestDays: 0, totalDays: 0, lastDay: nil)
            }
            let last = try row.count("last")
            let offset = Double(utcOffsetMinutes) * 60
            let today = Int(((now.timeIntervalSince1970 + offset) / 86_400).rounded(.down))
            return PracticeStreaks(
                currentDays: last >= today - 1 ? try row.count("length") : 0,
                longestDays: try row.count("longest"), totalDays: try row.count("days"),
                lastDay: Date(timeIntervalSince1970: Double(last) * 86_400 - offset))
        }
    }

    /// The day of each interview with an answer, counted from 1970-01-01 as 0.
    private static func days(of filter: InterviewFilter, _ utcOffsetMinutes: Int) -> SQLQuery {
        """
        SELECT (held_at + \(utcOffsetMinutes * 60_000)) / 86400000 AS day FROM interviews
        \(filter.clause(and: "answered_count > 0"))
        """
    }
}
