import Evaluation
import Interview
import Language
import Testing

@testable import viva_bench

@Suite struct PointsFoundTests {
    /// Knows no word; with it, points are looked for in other words all the same.
    private struct EmptyThesaurus: Thesaurus {
        func entry(of word: String) -> ThesaurusEntry? { nil }
    }

    private static let judge = RubricEvaluator(tools: JudgementTools(thesaurus: EmptyThesaurus()))

    private static func question(_ category: String, statement: String, answer: String) -> Question {
        Question(
            id: "q", text: "What do you know?", kind: .technical, category: category, level: .junior,
            keyPoints: [KeyPoint(id: "p", statement: statement)], sampleAnswers: [answer])
    }

    private static let bank = [
        question("memory", statement: "Copies stay near.", answer: "Copies stay near, so reading is fast."),
        question("memory", statement: "Old entries leave.", answer: "Old entries leave, new copies come in."),
        question("network", statement: "Packets get lost.", answer: "Packets get lost and are sent again."),
        question("network", statement: "Names become addresses.", answer: "Names become addresses."),
    ]

    @Test func pointsAreFoundInTheirOwnAnswersAndInNoOther() {
        let lines = PointsFound(Self.bank, judge: Self.judge).lines
        #expect(lines.allSatisfy { $0.count == 4 })
        #expect(
            lines.prefix(4).map { [$0[0], $0[2], $0[3]] } == [
                ["words", "1.000", "4 and 4 points"], ["words", "1.000", "4 and 4 points"],
                ["words", "1.000", "4 points"], ["words", "0.000; 0.000", "4 points"],
            ])
        // No encoder, no meaning.
        #expect(lines.dropFirst(4).allSatisfy { $0[2] == "–" || $0[2] == "–; –" })
    }

    @Test func aJudgeOfLettersFindsNothing() {
        let lines = PointsFound(Self.bank, judge: RubricEvaluator()).lines
        #expect(lines.allSatisfy { $0[2].contains("–") })
    }

    @Test func anotherOfTheCategoryIsTheNextOneAndNeverTheSame() {
        let categories = ["a", "b", "a", "a", "c"]
        #expect(categories.indices.map { PointsFound.sameCategory($0, categories) } == [2, nil, 3, 0, nil])
    }

    @Test func oneOfAnotherCategoryStandsHalfOfTheBankFurtherOn() {
        let categories = ["a", "b", "a", "a", "c"]
        #expect(categories.indices.map { PointsFound.otherCategory($0, categories) } == [4, 3, 4, 1, 1])
        #expect(PointsFound.otherCategory(0, ["a", "a"]) == nil)
    }
}
