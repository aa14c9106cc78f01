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
    /// How they were written down before.
    let renderings: ResultRenderings

    /// How they are written down in some form, made when it was not before and nothing has changed since.
    ///
    /// - Parameter name: the form; what it makes depends on these results alone.
    public func rendered(as name: String, _ make: () -> [UInt8]) -> [UInt8] {
        renderings.bytes(showsExpectations ? name : name + " without expectations", make)
    }
}

extension InterviewResults {
    /// The feedback.
    public var feedback: InterviewFeedback { summary.feedback ?? InterviewFeedback(of: sheet.interview) }
}
