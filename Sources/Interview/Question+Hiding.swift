extension Question {
    /// The question as whoever is to answer it may see it: without points, sample answers, criteria, hints and follow-ups.
    public var withoutExpectations: Question {
        var question = self
        question.keyPoints = []
        question.sampleAnswers = []
        question.criteria = []
        question.hints = []
        question.followUps = []
        return question
    }
}
