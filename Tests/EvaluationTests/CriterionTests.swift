import Testing

@testable import Evaluation

@Suite struct CriterionTests {
    private static let answer = JudgedAnswer(
        typed: """
            An index is a sorted copy of a column, so the database finds rows without a full scan. For example, a look-up \
            by email reads a few pages. But every write costs more, because the copy has to be kept up to date as well.
            """)

    private func rubric(_ criteria: [Criterion]?) -> Rubric {
        Rubric(
            question: "What does an index do?",
            keyPoints: [
                KeyPoint(
                    id: "speed", statement: "It finds rows without a full scan.", variants: ["full scan"]),
                KeyPoint(
                    id: "price", statement: "It makes writes slower.", variants: ["every write costs more"]),
                KeyPoint(
                    id: "order", statement: "The leftmost prefix counts.", variants: ["leftmost column"]),
            ], kind: .technical, criteria: criteria)
    }

    private func evaluate(_ criteria: [Criterion]?) -> Evaluation {
        RubricEvaluator().evaluate(Self.answer, against: rubric(criteria))
    }

    @Test func measuredCriteriaMakeTheOverallScore() throws {
        let evaluation = evaluate([
            Criterion(name: "Knows the use", weight: 3, measuredBy: ["speed"]),
            Criterion(name: "Knows the details", weight: 1, measuredBy: ["order", "technicalAccuracy"]),
        ])
        let scores = try #require(evaluation.criteria)
        #expect(scores.map(\.name) == ["Knows the use", "Knows the details"])
        #expect(scores.map(\.weight) == [0.75, 0.25])
        let accuracy = try #require(evaluation.score(.technicalAccuracy))
        #expect(try #require(scores[0].score) > 90)
        #expect(abs(try #require(scores[1].score) - accuracy / 2) < 1e-9)
        let gate = try #require(evaluation.gate).factor
        let mean = 0.75 * (scores[0].score ?? 0) + 0.25 * (scores[1].score ?? 0)
        #expect(abs(try #require(evaluation.overall) - mean * gate) < 1e-9)
    }

    @Test func criteriaOfAPersonLeaveTheDimensions() {
        let plain = evaluate(nil)
        #expect(plain.criteria == nil)
        let half = [Criterion(name: "Use", measuredBy: ["speed"]), Criterion(name: "Charm")]
        #expect(evaluate(half).overall == plain.overall)
        #expect(evaluate(half).criteria == nil)
        #expect(evaluate([Criterion(name: "Lost", measuredBy: ["nowhere"])]).overall == plain.overall)
    }

    @Test(arguments: [Double.nan, .infinity, -1, 0]) func oddWeightsDoNoHarm(weight: Double) throws {
        let evaluation = evaluate([
            Criterion(name: "Use", weight: weight, measuredBy: ["speed"]),
            Criterion(name: "Price", measuredBy: ["price"]),
        ])
        let overall = try #require(evaluation.overall)
        #expect((0...100).contains(overall))
        #expect(evaluation.criteria?.allSatisfy { (0...1).contains($0.weight) } == true)
    }

    @Test func whatCannotBeJudgedDoesNotCount() throws {
        var rubric = rubric([
            Criterion(name: "Delivery", measuredBy: ["communication"]),
            Criterion(name: "Use", measuredBy: ["speed"]),
        ])
        rubric.kind = .technical
        let short = RubricEvaluator().evaluate(
            JudgedAnswer(typed: "No full scan is needed."), against: rubric)
        #expect(short.criteria?.first?.score == nil)
        #expect(short.criteria?.last?.weight == 1)
    }
}
