public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Reads interviews, changes what each is called and for whom it is, and keeps them, in one transaction. Who is new in one must be
    /// free at its time, also where another of them takes it.
    ///
    /// - Parameter overlap: what is done when somebody who is new in one is taken.
    /// - Returns: the interviews in the order of their names.
    /// - Throws: `RecordsError.notFound`; `asksAndAnswers` when one person would do both; `conflict` with the other interviews and
    ///   their times; `database` with a broken rule for a person who is not there; and what `change` throws. None is changed then.
    @discardableResult
    public func changeDetails(
        of names: [RecordName], overlap: ScheduleOverlap = .refused, at date: Date = Date(),
        _ change: @escaping @Sendable (inout InterviewDetails) throws -> Void
    ) async throws(RecordsError) -> [KeptInterview] {
        try await write { connection in
            try names.map { name in
                let rows = InterviewRows(connection)
                let earlier = try rows.interview(name)
                var interview = earlier.interview
                try change(&interview.details)
                guard interview.details != earlier.interview.details else { return earlier }
                if let person = interview.details.candidate, person == interview.details.interviewer {
                    throw RecordsError.asksAndAnswers(person: person, interview: earlier.number)
                }
                if overlap == .refused {
                    try ScheduleRows(connection).requireFree(
                        interview, for: interview.people.subtracting(earlier.interview.people))
                }
                return try rows.update(interview, after: earlier, at: date)
            }
        }
    }

    /// Reads an interview, changes what it is called, for whom and when it is, or where it stands, and keeps it, in one transaction. Who is
    /// in it must be free at its time when that or the people are new, unless the time is over.
    ///
    /// - Throws: `RecordsError.notFound`; `asksAndAnswers` when one person would do both; `conflict` with the other interviews and
    ///   their times; `database` with a broken rule for a person who is not there; and what `change` throws. Nothing is changed then.
    @discardableResult
    public func replan(
        _ name: RecordName, overlap: ScheduleOverlap = .refused, at date: Date = Date(),
        _ change: @escaping @Sendable (inout Interview) throws -> Void
    ) async throws(RecordsError) -> KeptInterview {
        try await write { connection in
            let rows = InterviewRows(connection)
            let earlier = try rows.interview(name)
            var interview = earlier.interview
            try change(&interview)
            guard interview != earlier.interview else { return earlier }
            let details = interview.details
            if let person = details.candidate, person == details.interviewer {
                throw RecordsError.asksAndAnswers(person: person, interview: earlier.number)
            }
            let isMoved = interview.takenTime != earlier.interview.takenTime
            let isOver = interview.takenTime.map { $0.end <= date } ?? true
            if overlap == .refused, !interview.state.isOver, !isOver {
                let new = interview.people.subtracting(earlier.interview.people)
                try ScheduleRows(connection).requireFree(interview, for: isMoved ? nil : new)
            }
            return try rows.update(interview, after: earlier, at: date)
        }
    }
}
