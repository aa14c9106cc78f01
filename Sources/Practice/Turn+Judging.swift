public import Delivery
public import Evaluation
public import Interview

extension Turn {
    /// What a judge makes of an answer to it.
    ///
    /// - Parameters:
    ///   - take: the answer.
    ///   - analysis: what was heard of it; `nil` for a typed one.
    ///   - judge: who judges.
    /// - Throws: `CancellationError`: a judge may take long, and give up when the task is cancelled; then the answer is judged another
    ///   time.
    public func judgement(
        of take: Take, heard analysis: AnswerAnalysis?, by judge: any Judge
    ) async throws -> Take.Progress {
        var analysis = analysis
        analysis?.delivery.compare(expectedSeconds: rubric.expectedDurationSeconds)
        let evaluation = await judge.evaluate(JudgedAnswer(take, analysis: analysis), against: rubric)
        try Task.checkCancellation()
        return .judged(analysis: analysis, evaluation: evaluation)
    }
}
