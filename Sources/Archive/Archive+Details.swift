public import Interview
public import Records
import Storage

extension Archive {
    /// Changes what interviews are called and for whom they are, while nobody works on one of them.
    ///
    /// - Parameter overlap: what is done when somebody who is new in one is taken at its time.
    /// - Returns: the interviews in the order of their names, each once.
    /// - Throws: `ArchiveError.storage` with `sessionInUse` while somebody works on one of them; `records` with what
    ///   `Records.changeDetails` throws. None is changed then.
    @discardableResult
    public func changeDetails(
        of names: [RecordName], overlap: ScheduleOverlap = .refused,
        _ change: @escaping @Sendable (inout InterviewDetails) throws -> Void
    ) async throws(ArchiveError) -> [KeptInterview] {
        do {
            var interviews: [(number: Int64, id: String)] = []
            for name in names {
                let interview = try await records.identity(ofInterview: name)
                if !interviews.contains(where: { $0.number == interview.number }) {
                    interviews.append(interview)
                }
            }
            let numbers = interviews.map { RecordName.number($0.number) }
            // Whoever works on one could not keep the next answer after the change.
            return try await whileNobodyWorks(on: interviews.map(\.id)[...]) {
                try await records.changeDetails(of: numbers, overlap: overlap, change)
            }
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Does something with interviews while nobody works on them: whoever did could not keep the next answer after a change.
    ///
    /// - Throws: `ArchiveError.storage` with `sessionInUse` while somebody works on one of them; `records` with `notFound`; what `body`
    ///   throws.
    public func undisturbed<Value: Sendable>(
        _ names: [RecordName], _ body: () async throws -> Value
    ) async throws -> Value {
        var ids: Set<String> = []
        for name in names { ids.insert(try await records.identity(ofInterview: name).id) }
        // In one order, so that two who wait for each other do not.
        return try await whileNobodyWorks(on: ids.sorted()[...], body)
    }

    /// Does something while others are kept out of interviews, which are named by their ids.
    private func whileNobodyWorks<Value: Sendable>(
        on ids: ArraySlice<String>, _ body: () async throws -> Value
    ) async throws -> Value {
        guard let id = ids.first else { return try await body() }
        let work: WorkFolder
        do { work = try WorkFolder(workFolder(of: id)) } catch { throw ArchiveError(error) }
        let value: Value
        do { value = try await whileNobodyWorks(on: ids.dropFirst(), body) } catch {
            // It was made here where nobody has worked on the interview.
            work.removeIfEmpty()
            throw error
        }
        work.removeIfEmpty()
        return value
    }
}
