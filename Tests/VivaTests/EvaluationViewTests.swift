import Evaluation
import Interview
import Testing

@testable import viva

@Suite struct EvaluationViewTests {
    @Test func ofAnAnswerWithoutAScoreThePointsThatItMakesAreShown() {
        var evaluation = RubricEvaluator().evaluate(
            JudgedAnswer(typed: "An index finds rows without reading the whole table."),
            against: Rubric(
                question: "What does an index do?",
                keyPoints: [
                    KeyPoint(id: "rows", statement: "Rows are found without reading the table"),
                    KeyPoint(id: "writes", statement: "Writing becomes slower"),
                ],
                kind: .technical))
        #expect(EvaluationView.shownPoints(of: evaluation).map(\.id) == ["rows", "writes"])
        evaluation.overall = nil
        #expect(EvaluationView.shownPoints(of: evaluation).map(\.id) == ["rows"])
    }

    @Test func whatBecameOfAClaimIsBetterOrWorse() {
        let figure = { (was: Bool, isNow: Bool) in
            let change = TakeComparison.ClaimChange(wasConcrete: was, isConcrete: isNow)
            let (value, remark) = ComparisonView.claimFigure(change)
            return [value, remark]
        }
        #expect(figure(false, true) == ["vague → concrete", "(better)"])
        #expect(figure(true, false) == ["concrete → vague", "(worse)"])
        #expect(figure(true, true) == ["concrete → concrete", ""])
    }
}
