import FoundationEssentials
import Interview
import SQL

/// The times that interviews take of people, inside a transaction.
struct ScheduleRows {
    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    /// The interviews that take a time of some people, the earliest first: those that overlap `time`, so one that ends when it
    /// begins is not among them.
    ///
    /// - Parameter id: an interview that does not count.
    func taken(
        of people: Set<Int64>, in time: DateInterval, except id: String? = nil
    ) throws -> [ScheduleConflict] {
        guard !people.isEmpty else { return [] }
        let list = SQLQuery.list(people.sorted())
        // `Interview.takenTime` in SQL. No interview takes longer than a day, so older ones need no look.
        let usual = Int64(InterviewSchedule.usualMinutes) * 60_000
        let longest = Int64(InterviewSchedule.durations.upperBound) * 60_000
        let end: SQLQuery = "held_at + COALESCE(scheduled_end - scheduled_at, \(usual))"
        let (from, to) = (time.start.milliseconds, time.end.milliseconds)
        var query: SQLQuery = """
            SELECT id, uuid, title, state, held_at, \(end) AS taken_until, candidate_id, interviewer_id FROM interviews
            WHERE (candidate_id IN (\(list)) OR interviewer_id IN (\(list)))
            AND (state = 'inProgress' OR state = 'scheduled' AND scheduled_at IS NOT NULL)
            AND held_at < \(to) AND held_at >= \(from &- longest) AND \(end) > \(from)
            """
        if let id { query.append(" AND uuid <> \(id.lowercased())") }
        query.append(" ORDER BY held_at, id")
        return try connection.rows(query).map { row in
            let both = [
                try row.optionalInteger("candidate_id"), try row.optionalInteger("interviewer_id"),
            ]
            let state = try row.text("state")
            return ScheduleConflict(
                number: try row.integer("id"), id: try row.text("uuid"), title: try row.text("title"),
                state: InterviewState(rawValue: state) ?? .scheduled, start: try row.date("held_at"),
                end: try row.date("taken_until"),
                people: people.intersection(both.compactMap(\.self)).sorted())
        }
    }

    /// - Parameter people: those of the interview that count; `nil` for all of them.
    /// - Throws: `RecordsError.conflict` when one of them is taken at its time.
    func requireFree(_ interview: Interview, for people: Set<Int64>? = nil) throws {
        guard let time = interview.takenTime else { return }
        let conflicts = try taken(of: people ?? interview.people, in: time, except: interview.id)
        guard conflicts.isEmpty else { throw RecordsError.conflict(conflicts) }
    }
}

extension Interview {
    /// The numbers of those who are in it.
    var people: Set<Int64> { Set([details.candidate, details.interviewer].compactMap(\.self)) }
}

extension Date {
    fileprivate var milliseconds: Int64 {
        if case .integer(let number) = sqlValue { number } else { 0 }
    }
}
