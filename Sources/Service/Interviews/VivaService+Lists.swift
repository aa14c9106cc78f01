public import Accounts
import Archive
public import FoundationEssentials
public import Interview
public import Records

extension VivaService {
    /// A page of the interviews that somebody may see, newest first; its total counts these alone.
    ///
    /// - Throws: `ServiceError`.
    public func interviews(
        _ filter: InterviewFilter = InterviewFilter(), page: PageRequest, for requester: Requester
    ) async throws(ServiceError) -> RecordsPage<InterviewListing> {
        try await attempt {
            try await archive.records.interviews(narrowed(filter, for: requester), page: page)
        }
    }

    /// The scores of the answers that count in interviews of a list, 0...100, by the numbers of the interviews.
    ///
    /// - Throws: `ServiceError.failed`.
    public func answerScores(
        of listings: [InterviewListing]
    ) async throws(ServiceError) -> [Int64: [Double]] {
        try await attempt { try await archive.records.answerScores(ofInterviews: listings.map(\.number)) }
    }

    /// An interview with all its questions and answers.
    ///
    /// - Throws: `ServiceError.notFound` also for one that may not be seen.
    public func interview(
        _ name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> InterviewSheet {
        try await attempt { try await sheet(name, to: .read, for: requester) }
    }

    /// Whether there is an interview of a name, whoever may see it: for interfaces that promise to tell what is not there from what is
    /// somebody else's.
    ///
    /// - Throws: `ServiceError.failed`.
    public func isThere(_ name: RecordName) async throws(ServiceError) -> Bool {
        do {
            _ = try await archive.records.identity(ofInterview: name)
            return true
        } catch {
            guard case .notFound = error else { throw ServiceError(error) }
            return false
        }
    }

    /// The interviews that somebody may see in figures.
    ///
    /// - Throws: `ServiceError`.
    public func statistics(
        of filter: InterviewFilter = InterviewFilter(), for requester: Requester
    ) async throws(ServiceError) -> InterviewStatistics {
        try await attempt { try await archive.records.statistics(of: narrowed(filter, for: requester)) }
    }

    /// What became of practice over time.
    ///
    /// - Parameter zone: in which days begin.
    /// - Throws: `ServiceError`.
    public func progress(
        of filter: InterviewFilter = InterviewFilter(), in zone: TimeZone = .gmt, for requester: Requester
    ) async throws(ServiceError) -> PracticeProgress {
        try await attempt {
            let filter = narrowed(filter, for: requester)
            let records = archive.records
            return PracticeProgress(
                scores: try await records.scoreEvolution(of: filter),
                weakAreas: try await records.weakAreas(of: filter),
                weeks: try await records.practiceFrequency(of: filter, by: .week, in: zone),
                months: try await records.practiceFrequency(of: filter, by: .month, in: zone),
                streaks: try await records.practiceStreaks(of: filter, now: tools.now, in: zone))
        }
    }
}
