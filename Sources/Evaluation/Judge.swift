/// Somebody who judges answers.
public protocol Judge: Sendable {
    /// Judges an answer. A judge that cannot be asked hands the work to another one and says so in the evaluation's
    /// `notices`; an answer is never lost for want of a judge.
    func evaluate(_ answer: JudgedAnswer, against rubric: Rubric) async -> Evaluation
}
