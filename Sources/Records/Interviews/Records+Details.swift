public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Reads an interview, changes what it is called and for whom it is, and keeps it, in one transaction. Who is new in it must be free
    /// at its time.
    ///
    /// - Parameter overlap: what is done when somebody who is new in it is taken.
    /// - Throws: `RecordsError.notFound`; `invalid` when one person would ask and answer; `conflict` with the other interviews and their
    ///   times; `database` with a broken rule for a person who is not there; and what `change` throws. Nothing is changed then.
    @discardableResult
    public func changeDetails(
        of name: RecordName, overlap: ScheduleOverlap = .refused, at date: Date = Date(),
        _ change: @escaping @Sendable (inout InterviewDetails) throws -> Void
    ) async throws(RecordsError) -> KeptInterview {
        try await write { connection in
            let rows = InterviewRows(connection)
            let earlier = try rows.interview(name)
            var interview = earlier.interview
            try change(&interview.details)
            guard interview.details != earlier.interview.details else { return earlier }
            if let person = interview.details.candidate, person == interview.details.interviewer {
                throw RecordsError.invalid(
                    field: "interviewer",
                    reason:
                        "person \(person) would ask and answer in interview \(earlier.number): name two people."
                )
            }
            if overlap == .refused {
                try ScheduleRows(connection).requireFree(
                    interview, for: interview.people.subtracting(earlier.interview.people))
            }
            return try rows.update(interview, after: earlier, at: date)
        }
    }
}
