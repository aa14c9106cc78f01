public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Keeps an interview that is planned, when its candidate and its interviewer are free at its time.
    ///
    /// An interview that begins when another one ends is in nobody's way. Of several who plan for the same time at once, one
    /// succeeds.
    ///
    /// - Parameters:
    ///   - interview: the interview, `.scheduled`; one without a time is in nobody's way.
    ///   - overlap: what is done when somebody is taken.
    ///   - past: what is done with a time that is over; it takes nobody.
    ///   - date: now.
    /// - Throws: `RecordsError.conflict` with the other interviews and their times, `interview` for a time that is over,
    ///   `invalid` for an interview that was begun, and what `keep` throws. Nothing is kept then.
    @discardableResult
    public func schedule(
        _ interview: Interview, overlap: ScheduleOverlap = .refused, past: PastSchedule = .refused,
        at date: Date = Date()
    ) async throws(RecordsError) -> KeptInterview {
        guard interview.state == .scheduled else {
            throw .invalid(
                field: "state",
                reason:
                    "the interview is \(interview.state.rawValue), and only one that was not begun is planned."
            )
        }
        let isPast = interview.schedule.map { $0.start <= date } ?? false
        if isPast, past == .refused, let start = interview.schedule?.start {
            throw .interview(.inThePast(start: start))
        }
        return try await write { connection in
            if overlap == .refused, !isPast { try ScheduleRows(connection).requireFree(interview) }
            return try InterviewRows(connection).insert(interview, at: date)
        }
    }

    /// Moves an interview to another time, when its people are free then. What it takes now is in nobody's way.
    ///
    /// - Throws: `RecordsError.conflict`, `interview` when it may not be moved or was begun, `notFound`. Nothing is changed then.
    @discardableResult
    public func reschedule(
        _ name: RecordName, to schedule: InterviewSchedule, overlap: ScheduleOverlap = .refused,
        at date: Date = Date()
    ) async throws(RecordsError) -> KeptInterview {
        try await write { connection in
            let rows = InterviewRows(connection)
            let earlier = try rows.interview(name)
            var interview = earlier.interview
            try interview.handle(.rescheduled(schedule, at: date))
            if overlap == .refused { try ScheduleRows(connection).requireFree(interview) }
            return try rows.update(interview, after: earlier, at: date)
        }
    }

    /// The interviews that would be in the way of one at its time, the earliest first.
    public func conflicts(with interview: Interview) async throws(RecordsError) -> [ScheduleConflict] {
        guard let time = interview.takenTime else { return [] }
        return try await conflicts(of: interview.people, in: time, except: interview.id)
    }

    /// The interviews that take a time of some people, the earliest first.
    ///
    /// - Parameters:
    ///   - people: the people's numbers.
    ///   - time: from when until when; an interview that ends when it begins, or begins when it ends, is not among them.
    ///   - id: an interview that does not count.
    public func conflicts(
        of people: Set<Int64>, in time: DateInterval, except id: String? = nil
    ) async throws(RecordsError) -> [ScheduleConflict] {
        try await read { try ScheduleRows($0).taken(of: people, in: time, except: id) }
    }

    /// The times without an interview of a person, the earliest first.
    ///
    /// - Parameters:
    ///   - person: the person's number.
    ///   - start: from when.
    ///   - end: until when; nothing for one that is not after `start`.
    ///   - minutes: the shortest time that is wanted.
    public func freeTimes(
        person: Int64, from start: Date, to end: Date, minutes: Int = InterviewSchedule.usualMinutes
    ) async throws(RecordsError) -> [DateInterval] {
        guard start < end else { return [] }
        let time = DateInterval(start: start, end: end)
        let taken = try await read { try ScheduleRows($0).taken(of: [person], in: time) }
        var free: [DateInterval] = []
        var from = start
        for other in taken {
            if from < other.start { free.append(DateInterval(start: from, end: other.start)) }
            from = max(from, other.end)
        }
        if from < end { free.append(DateInterval(start: from, end: end)) }
        let shortest = Double(max(minutes, 1)) * 60
        return free.filter { $0.duration >= shortest }
    }

    /// A page of the interviews that are planned and to begin before a moment, the earliest first; those that should have begun
    /// are among them.
    public func due(
        before date: Date, page: PageRequest = .first(100)
    ) async throws(RecordsError) -> RecordsPage<InterviewListing> {
        try await planned("scheduled_at < \(date)", page)
    }

    /// A page of the interviews that were to be over by a moment and nobody began, the earliest first. Whether the candidate
    /// did not come is for a person to say.
    public func overdue(
        at date: Date = Date(), page: PageRequest = .first(100)
    ) async throws(RecordsError) -> RecordsPage<InterviewListing> {
        try await planned("scheduled_end <= \(date)", page)
    }

    private func planned(
        _ condition: SQLQuery, _ page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<InterviewListing> {
        try await read { connection in
            try ListQuery(
                columns: InterviewListing.columns, source: "interviews",
                conditions: ["state = 'scheduled'", "scheduled_at IS NOT NULL", condition],
                key: "scheduled_at", isDescending: false
            ).page(page, connection, InterviewListing.init)
        }
    }

    /// The numbers of the interviews that were begun and left alone for longer than their details allow.
    ///
    /// - Throws: `RecordsError.database`.
    public func timedOut(at date: Date = Date()) async throws(RecordsError) -> [Int64] {
        // Looking is quick, needs no right to write and stands in nobody's way.
        try await read { connection in
            try connection.rows(
                "SELECT id FROM interviews WHERE state = 'inProgress' AND times_out_at <= \(date) ORDER BY id"
            ).map { try $0.integer("id") }
        }
    }

    /// Gives up the interviews that were begun and left alone for longer than their details allow, and returns them as they are
    /// now. Each hundred of them is a transaction; where there is none, nothing is written.
    ///
    /// One that cannot be read stays as it is.
    ///
    /// - Parameter numbers: of which interviews; `nil` for all.
    /// - Throws: `RecordsError.database`; what was given up before that stays given up.
    @discardableResult
    public func markAbandoned(
        among numbers: [Int64]? = nil, at date: Date = Date()
    ) async throws(RecordsError) -> [KeptInterview] {
        var rest = if let numbers { numbers[...] } else { try await timedOut(at: date)[...] }
        var abandoned: [KeptInterview] = []
        while !rest.isEmpty {
            let some = Array(rest.prefix(Self.abandonedAtOnce))
            rest = rest.dropFirst(Self.abandonedAtOnce)
            abandoned += try await write { try Self.abandon(some, at: date, InterviewRows($0)) }
        }
        return abandoned
    }

    private static let abandonedAtOnce = 100

    private static func abandon(
        _ numbers: [Int64], at date: Date, _ rows: InterviewRows
    ) throws -> [KeptInterview] {
        var kept: [KeptInterview] = []
        for number in numbers {
            let earlier: KeptInterview
            do { earlier = try rows.interview(.number(number)) } catch {
                guard RecordsError(error).isDamagedRow else { throw error }
                continue
            }
            var interview = earlier.interview
            // The column has whole milliseconds.
            guard interview.isTimedOut(at: date) else { continue }
            try interview.handle(.abandoned(at: date))
            kept.append(try rows.update(interview, after: earlier, at: date))
        }
        return kept
    }
}
