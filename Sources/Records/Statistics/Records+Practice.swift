public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// How often was practised: the interviews with an answer in each day, week or month.
    ///
    /// - Parameter zone: whose clock the days are told by, each as it was shown at that moment.
    public func practiceFrequency(
        of filter: InterviewFilter = InterviewFilter(), by unit: PracticeFrequency.Unit, in zone: TimeZone
    ) async throws(RecordsError) -> PracticeFrequency {
        PracticeFrequency(of: try await practised(filter), unit: unit, in: zone)
    }

    /// Days in a row with practice.
    ///
    /// - Parameters:
    ///   - now: the moment up to which the current row counts.
    ///   - zone: whose clock the days are told by, each as it was shown at that moment.
    public func practiceStreaks(
        of filter: InterviewFilter = InterviewFilter(), now: Date = Date(), in zone: TimeZone
    ) async throws(RecordsError) -> PracticeStreaks {
        PracticeStreaks(of: try await practised(filter), now: now, in: zone)
    }

    /// When the interviews with an answer were held, in the order of time. A day is a matter of the calendar, which SQL knows nothing
    /// of: clocks are changed twice a year.
    private func practised(_ filter: InterviewFilter) async throws(RecordsError) -> [Date] {
        try await read { connection in
            try connection.rows(
                "SELECT held_at FROM interviews \(filter.clause(and: "answered_count > 0")) ORDER BY held_at"
            ).map { try $0.date("held_at") }
        }
    }
}
