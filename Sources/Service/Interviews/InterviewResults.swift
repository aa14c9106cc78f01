public import Interview
public import Records

/// What came of an interview.
public struct InterviewResults: Sendable {
    /// The interview with its questions.
    public let sheet: InterviewSheet
    /// Its figures and its feedback.
    public let summary: InterviewSummary
    /// Whether the one who asks may see what is expected of answers: once it is over, and before that whoever judges it and does not
    /// answer in it.
    public let showsExpectations: Bool
    /// The numbers of the accounts of those who take part and have one, by the numbers of the people.
    public let accounts: [Int64: Int64]
}
