public import Interview
public import Records

extension Archive {
    /// How many interviews are looked at for what was answered before.
    public static let historyLimit = 20

    /// What the newest interviews of a person, or of nobody in particular, say about the choice of questions: what one person
    /// answered says nothing about another.
    ///
    /// - Throws: `ArchiveError`.
    public func history(of person: Int64? = nil) async throws(ArchiveError) -> PracticeHistory {
        var filter = InterviewFilter()
        filter.candidate = person
        // What was only planned, or called off, was not answered.
        filter.states = Set(InterviewState.allCases).subtracting([.scheduled, .cancelled, .noShow])
        filter.isOfNobody = person == nil
        do {
            let kept = try await records.latestInterviews(filter, count: Self.historyLimit)
            return PracticeHistory(of: kept.map(\.interview))
        } catch {
            throw ArchiveError(error)
        }
    }

    /// The mean scores of the interviews of the same person before one that were judged in the same way, 0...100, in the order of time:
    /// as many as a trend needs.
    ///
    /// - Throws: `ArchiveError`.
    public func earlierScores(than interview: Interview) async throws(ArchiveError) -> [Double] {
        guard let judging = InterviewJudging(of: interview) else { return [] }
        do {
            return try await records.scores(
                before: interview.heldAt, judged: judging, candidate: interview.details.candidate,
                count: Trend.scoresNeeded - 1)
        } catch {
            throw ArchiveError(error)
        }
    }

    /// By what the results of an interview are known to be still as they were.
    ///
    /// - Throws: `ArchiveError`.
    public func stamp(of name: RecordName) async throws(ArchiveError) -> InterviewStamp {
        do { return try await records.stamp(of: name, earlierScores: Trend.scoresNeeded - 1) } catch {
            throw ArchiveError(error)
        }
    }

    /// The number of the newest interview that was begun and has not ended, samples left out; `nil` when there is none.
    ///
    /// - Throws: `ArchiveError`.
    public func latestUnfinished() async throws(ArchiveError) -> Int64? {
        var filter = InterviewFilter()
        filter.states = [.inProgress]
        filter.withoutTag = InterviewDetails.sampleTag
        do { return try await records.interviews(filter, page: .first(1)).items.first?.number } catch {
            throw ArchiveError(error)
        }
    }
}
