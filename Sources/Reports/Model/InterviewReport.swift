public import FoundationEssentials
public import Interview
public import Vocabulary

/// All that a report of an interview says, whatever it is written as: the one model of the Markdown, JSON, HTML and PDF
/// reports.
///
/// ```swift
/// let report = InterviewReport(
///     of: interview, summary: InterviewSummary(of: interview), people: ReportPeople(candidate: "Ada"), now: Date())
/// let page = HTMLReport(report).text
/// ```
///
/// Written as JSON it is the JSON report (`JSONReport`), whose fields are described in `Docs/Reports.md`. It knows no
/// files and no database: the interview is given to it.
public struct InterviewReport: Sendable, Hashable, Encodable {
    /// The version of the fields that reports have (`Docs/Reports.md`).
    public static let currentSchemaVersion = 1

    /// The version of this report's fields.
    public let schemaVersion: Int
    /// The interview's own name (`Interview.id`).
    public let interviewID: String
    /// Who took part, and what for.
    public let people: ReportPeople
    /// When the interview was begun; before that, when it is to be held or was planned (`occasion`).
    public let startedAt: Date
    /// When it ended; `nil` while it goes on.
    public let endedAt: Date?
    /// When the report was made.
    public let writtenAt: Date
    /// Where the interview stands.
    public let state: InterviewState
    /// When it was or is to be held, and under which rules.
    public let occasion: ReportOccasion
    /// How many questions were planned; follow-ups are not counted.
    public let plannedQuestions: Int
    /// How it went as a whole.
    public let result: ReportResult
    /// The questions in the order in which they were put.
    public let questions: [ReportQuestion]
    /// What to do next.
    public let advice: ReportAdvice
    /// Interviews before this one, in the order of time.
    public let progress: [EarlierInterview]
    /// The zone in which dates are told, as an offset from UTC in seconds.
    public let utcOffsetSeconds: Int

    /// The report of an interview as it stands.
    ///
    /// - Parameters:
    ///   - interview: the interview.
    ///   - summary: its figures.
    ///   - feedback: what its answers say together; by default that of the summary.
    ///   - people: who took part, and what for.
    ///   - progress: earlier interviews of the same person, in any order; only those before this one are taken.
    ///   - reviewers: the names of people who reviewed, by their numbers (`HumanReview.reviewer`).
    ///   - wording: how words that were heard become text; by default as they were heard.
    ///   - timeZone: the zone in which dates are told.
    ///   - now: when the report is made.
    public init(
        of interview: Interview, summary: InterviewSummary, feedback: InterviewFeedback? = nil,
        people: ReportPeople = ReportPeople(), progress: [EarlierInterview] = [],
        reviewers: [Int64: String] = [:], wording: Wording = .asHeard, timeZone: TimeZone = .gmt, now: Date
    ) {
        let feedback = feedback ?? summary.feedback
        let evaluations = interview.turns.compactMap { $0.finalTake?.evaluation }
        schemaVersion = Self.currentSchemaVersion
        interviewID = interview.id
        self.people = people
        startedAt = interview.heldAt
        endedAt = interview.endedAt
        writtenAt = now
        state = interview.state
        occasion = ReportOccasion(interview)
        plannedQuestions = interview.plan.questionCount
        let review = interview.review.map { ReportReview($0, names: reviewers) }
        result = ReportResult(
            summary: summary, feedback: feedback, evaluations: evaluations, review: review,
            answerScores: interview.turns.compactMap(\.score))
        questions = interview.turns.enumerated().map { index, turn in
            ReportQuestion(
                turn,
                unansweredBecause: summary.lines.indices.contains(index)
                    ? summary.lines[index].unjudgedBecause : nil,
                reviewers: reviewers, wording: wording)
        }
        advice = ReportAdvice(summary: summary, feedback: feedback)
        self.progress = progress.filter { $0.date < interview.heldAt }.sorted { $0.date < $1.date }
        utcOffsetSeconds = timeZone.secondsFromGMT(for: interview.heldAt)
    }

    /// How many questions were answered.
    public var answeredCount: Int { questions.count { !$0.takes.isEmpty } }
}
