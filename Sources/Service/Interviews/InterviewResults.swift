public import Interview
public import Records

/// What came of an interview.
public struct InterviewResults: Sendable {
    /// The interview with its questions.
    public let sheet: InterviewSheet
    /// Its figures and its feedback.
    public let summary: InterviewSummary
}
