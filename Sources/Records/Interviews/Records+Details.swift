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
}
