import Testing

@testable import Evaluation

@Suite struct EvaluationWordingTests {
    @Test func whoJudgedSomeOfTheAnswersIsNotNamedForAll() {
        let alone = RubricEvaluator().evaluate(
            JudgedAnswer(typed: "An index finds rows without reading the whole table."),
            against: Rubric(
                question: "What does an index do?",
                keyPoints: [KeyPoint(id: "rows", statement: "Rows are found without reading the table")],
                kind: .technical))
        var both = alone
        both.judges.append("a model")
        #expect(Evaluation.judges(of: [alone, alone]) == "Viva rubric judge")
        #expect(Evaluation.judges(of: [both, both]) == "Viva rubric judge, a model")
        #expect(
            Evaluation.judges(of: [alone, both, alone])
                == "Viva rubric judge, a model (1 of 3 answers)")
    }
}
