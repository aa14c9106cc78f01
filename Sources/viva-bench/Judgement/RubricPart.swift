import Evaluation

/// What of a question an answer is judged by.
enum RubricPart: String, CaseIterable {
    /// Its key points with their variants and sample answers, as in an interview.
    case points = "key points"
    /// The statements of its key points alone, as on a sheet that lists them.
    case statements = "statements alone"
    /// Its sample answers alone, as on a sheet with a model answer.
    case modelAnswers = "model answers"

    /// A rubric with nothing but this part.
    func of(_ rubric: Rubric) -> Rubric {
        var rubric = rubric
        switch self {
        case .points: break
        case .statements:
            rubric.sampleAnswers = []
            for place in rubric.keyPoints.indices { rubric.keyPoints[place].variants = [] }
        case .modelAnswers: rubric.keyPoints = []
        }
        return rubric
    }
}
