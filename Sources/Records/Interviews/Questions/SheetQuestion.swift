/// A question with the interview that it belongs to.
public struct SheetQuestion: Sendable, Hashable {
    /// The question.
    public let question: InterviewQuestion
    /// The interview with all its questions.
    public let sheet: InterviewSheet

    /// A question of an interview.
    public init(question: InterviewQuestion, sheet: InterviewSheet) {
        self.question = question
        self.sheet = sheet
    }
}

extension InterviewSheet {
    /// Its questions, each with the interview.
    public var sheetQuestions: [SheetQuestion] { questions.map { SheetQuestion(question: $0, sheet: self) } }
}
