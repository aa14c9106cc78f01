extension Evaluation {
    /// The same with its scores alone: every sentence of a judge may tell what is expected of an answer.
    public var withoutExpectations: Evaluation {
        var evaluation = self
        evaluation.dimensions = dimensions.map { score in
            var score = score
            score.basis = ""
            return score
        }
        evaluation.keyPoints = []
        evaluation.strengths = []
        evaluation.weaknesses = []
        evaluation.missingPoints = []
        evaluation.suggestions = []
        evaluation.narrative = "What is said of the answer is shown when the interview is completed."
        evaluation.notices = nil
        evaluation.criteria = nil
        evaluation.structure = nil
        evaluation.vagueClaims = nil
        return evaluation
    }
}
