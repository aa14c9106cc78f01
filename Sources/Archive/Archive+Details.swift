public import Interview
public import Records
import Storage

extension Archive {
    /// Changes what an interview is called and for whom it is, while nobody works on it.
    ///
    /// - Parameter overlap: what is done when somebody who is new in it is taken at its time.
    /// - Throws: `ArchiveError.storage` with `sessionInUse` while somebody works on the interview; `records` with what
    ///   `Records.changeDetails` throws. Nothing is changed then.
    @discardableResult
    public func changeDetails(
        of name: RecordName, overlap: ScheduleOverlap = .refused,
        _ change: @escaping @Sendable (inout InterviewDetails) throws -> Void
    ) async throws(ArchiveError) -> KeptInterview {
        do {
            let (number, id) = try await records.identity(ofInterview: name)
            // Whoever works on it could not keep the next answer after the change.
            let work = try WorkFolder(workFolder(of: id))
            let kept: KeptInterview
            do { kept = try await records.changeDetails(of: .number(number), overlap: overlap, change) } catch
            {
                // It was made here where nobody has worked on the interview.
                work.removeIfEmpty()
                throw error
            }
            work.removeIfEmpty()
            return kept
        } catch {
            throw ArchiveError(error)
        }
    }
}
