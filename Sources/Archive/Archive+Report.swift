public import FoundationEssentials
public import Interview
public import Records
public import Reports
public import Vocabulary

extension Archive {
    /// How many earlier interviews a report looks back on.
    public static let progressLimit = 11

    /// The report of an interview, with the interviews before it of the same person, what people made of its answers, and the names
    /// of who took part as far as they are known.
    ///
    /// - Parameters:
    ///   - wording: how words that were heard become text.
    ///   - resources: what there is to study.
    ///   - timeZone: the zone in which dates are told.
    ///   - now: when it is made.
    /// - Throws: `ArchiveError`. An earlier interview that cannot be read is left out.
    public func report(
        of kept: KeptInterview, wording: Wording = .asHeard, resources: [StudyResource] = [],
        timeZone: TimeZone = .gmt, now: Date = Date()
    ) async throws(ArchiveError) -> InterviewReport {
        let interview = kept.interview
        do {
            let judging = InterviewJudging(of: interview)
            let earlier = try await self.earlier(than: kept, judged: judging)
            let summary = InterviewSummary(
                of: interview, resources: resources,
                earlierScores: earlier.suffix(Trend.scoresNeeded - 1).compactMap(\.overall))
            let reviews = interview.turns.flatMap(\.takes).map(\.review) + [interview.review]
            let details = interview.details
            let numbers = [details.candidate, details.interviewer] + reviews.map { $0?.reviewer }
            let names = try await records.names(ofPeople: Set(numbers.compactMap(\.self)))
            let organisation: String? =
                if let number = details.organization {
                    try await records.name(ofOrganization: number)
                } else { nil }
            let people = ReportPeople(
                title: details.title, candidate: details.candidate.flatMap { names[$0] },
                interviewer: details.interviewer.flatMap { names[$0] }, organisation: organisation,
                role: interview.role, company: details.company)
            return InterviewReport(
                of: interview, summary: summary, people: people, progress: earlier,
                reviewers: names, wording: wording, timeZone: timeZone, now: now)
        } catch {
            throw ArchiveError(error)
        }
    }

    /// The completed interviews of the same person before an interview that were judged in the same way, in the order of time.
    private func earlier(
        than kept: KeptInterview, judged judging: InterviewJudging?
    ) async throws -> [EarlierInterview] {
        guard let judging else { return [] }
        let candidate = kept.interview.details.candidate
        var filter = InterviewFilter()
        filter.states = [.completed]
        filter.candidate = candidate
        filter.before = kept.interview.heldAt
        // Some were judged in another way, or are of somebody else where this one is of nobody in particular.
        let listings = try await records.interviews(filter, page: .first(10 * Self.progressLimit)).items
        var earlier: [EarlierInterview] = []
        for listing in listings
        where listing.candidate == candidate && listing.number != kept.number && listing.overall != nil {
            if earlier.count == Self.progressLimit { break }
            let interview: Interview
            do throws(RecordsError) {
                interview = try await records.interview(.number(listing.number)).interview
            } catch {
                switch error {
                case .damaged, .notFound: continue
                default: throw error
                }
            }
            guard InterviewJudging(of: interview) == judging else { continue }
            earlier.append(
                EarlierInterview(
                    date: interview.heldAt, overall: interview.score,
                    dimensions: InterviewSummary(of: interview).dimensions))
        }
        return earlier.reversed()
    }
}
