/// Questions by the words that they ask with, to find the one that is most like another. Their words are looked at once, when it is made.
public struct AlikeQuestions: Sendable {
    private let questions: [(question: Question, stems: Set<String>)]

    /// Questions to compare others with.
    public init(_ questions: [Question]) {
        self.questions = questions.map { ($0, TextStems($0.text).telling) }
    }

    /// A question with what is expected of answers to the most alike of these that asks nearly the same, where nobody said what is expected
    /// of answers to it: its points, sample answers, criteria, hints and follow-ups.
    public func completing(_ question: Question) -> Question {
        guard !question.saysWhatIsExpected, let like = mostAlike(question) else { return question }
        var question = question
        question.kind = like.kind
        question.keyPoints = like.keyPoints
        question.sampleAnswers = like.sampleAnswers
        question.criteria = like.criteria
        question.hints = like.hints
        question.followUps = like.followUps
        question.expectedDurationSeconds = like.expectedDurationSeconds
        return question
    }

    private func mostAlike(_ question: Question) -> Question? {
        let own = TextStems(question.text).telling
        guard !own.isEmpty else { return nil }
        var best: (question: Question, share: Double)?
        for (other, stems) in questions {
            let shared = own.intersection(stems).count
            let share = Double(shared) / Double(own.count + stems.count - shared)
            if share > best?.share ?? SimilarQuestions.limit { best = (other, share) }
        }
        return best?.question
    }
}

extension Question {
    /// Whether somebody said what is expected of answers to it.
    public var saysWhatIsExpected: Bool {
        !keyPoints.isEmpty || !sampleAnswers.isEmpty || !criteria.isEmpty
    }
}
