extension Question {
    /// The same with what is expected of answers to the most alike of some questions that asks nearly the same, where nobody said what is
    /// expected of answers to it: its points, sample answers, criteria, hints and follow-ups.
    public func expecting(as others: [Question]) -> Question {
        guard keyPoints.isEmpty, sampleAnswers.isEmpty, criteria.isEmpty else { return self }
        let own = TextStems(text).telling
        var best: (question: Question, share: Double)?
        for other in others where !own.isEmpty {
            let stems = TextStems(other.text).telling
            let shared = own.intersection(stems).count
            let share = Double(shared) / Double(own.count + stems.count - shared)
            if share > best?.share ?? SimilarQuestions.limit { best = (other, share) }
        }
        guard let like = best?.question else { return self }
        var question = self
        question.kind = like.kind
        question.keyPoints = like.keyPoints
        question.sampleAnswers = like.sampleAnswers
        question.criteria = like.criteria
        question.hints = like.hints
        question.followUps = like.followUps
        question.expectedDurationSeconds = like.expectedDurationSeconds
        return question
    }
}
