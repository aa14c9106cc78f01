import Evaluation
import Testing

@testable import viva_bench

@Suite struct GradedTests {
    @Test func readsATableWithCommasAndLinesInItsTexts() throws {
        let table = try GradedTable(
            text:
                "grade,question,reference,answer\r\n4.5,\"Why, then?\",\"So \"\"it\"\" is.\",\"Two\nlines\"\r\n0,Why,So,\r\n",
            name: "x.csv")
        #expect(
            table.rows == [
                .init(question: "Why, then?", reference: "So \"it\" is.", answer: "Two\nlines", grade: 4.5),
                .init(question: "Why", reference: "So", answer: "", grade: 0),
            ])
    }

    @Test(arguments: ["question,answer,grade\na,b,1\n", "question,reference,answer,grade\na,b,c,good\n", ""])
    func refusesATableWithoutGrades(text: String) {
        #expect(throws: (any Error).self) { try GradedTable(text: text, name: "x.csv") }
    }

    @Test func equalValuesShareTheirRanks() {
        #expect(Ranks.of([3, 1, 3, 2]) == [3.5, 1, 3.5, 2])
        #expect(Ranks.area(high: [2, 3], low: [1, 2]) == 0.875)
        #expect(Ranks.area(high: [], low: [1]) == nil)
    }

    @Test func aMapLeavesTheErrorThatNoOrderTakesAway() throws {
        // Scores in the order of the grades leave nothing.
        #expect(MonotoneMap.error([(1, 0), (2, 5), (3, 5)]) == 0)
        // The second and the third are pooled: 3 and 1 around 2.
        #expect(
            abs(try #require(MonotoneMap.error([(1, 0), (2, 3), (3, 1)])) - (2.0 / 3).squareRoot()) < 1e-9)
        #expect(MonotoneMap.error([]) == nil)
    }

    @Test func agreementIsThatOfScoresAndGrades() throws {
        let reference = "A stack removes the element that was added last."
        let rows = [
            (reference, 5.0), ("It removes the element added last.", 4), ("It adds an element.", 2),
            ("A queue.", 0),
        ].map {
            GradedTable.Row(question: "What does it do?", reference: reference, answer: $0.0, grade: $0.1)
        }
        let lines = GradedAgreement(rows, judge: RubricEvaluator()).lines("letters")
        #expect(try #require(Double(lines[0][2])) > 0.9)
        #expect(lines.map { $0[3] } == [String](repeating: "4 answers", count: 5))
    }
}
