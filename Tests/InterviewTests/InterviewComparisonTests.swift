import Evaluation
import FoundationEssentials
import Interview
import InterviewTestSupport
import Testing

@Suite struct InterviewComparisonTests {
    private static let question = testQuestion(
        "slow-query", "Why is a query slow?",
        points: [KeyPoint(id: "index", statement: "An index", variants: ["index"])])

    private static func interview(
        _ text: String, _ others: [TestTurn] = [], level: QuestionLevel = .mid,
        change: @escaping (inout Evaluation) -> Void = { _ in }
    ) throws -> Interview {
        try testInterview(
            [TestTurn(question, text, change: change)] + others,
            plan: InterviewPlan(
                questionCount: 2, preferences: QuestionPreferences(mix: .technical, level: level), seed: 1))
    }

    @Test func scoresAreMeansAndSayWhichWayIsBetter() throws {
        let poor = try Self.interview("I would look at it with somebody from the team.")
        let good = try Self.interview("The query reads the whole table, because an index is missing.")
        let comparison = InterviewComparison(from: poor, to: good)
        let overall = try #require(comparison.changes.first)
        #expect(overall.name == "overall score" && overall.isBetter == true)
        #expect(overall.before == poor.score && overall.after == good.score)
        #expect(comparison.changes.contains { $0.name == "completeness" && $0.isBetter == true })
        #expect(!comparison.changes.contains { $0.name == "pace" }, "Nothing was spoken.")
        #expect(comparison.remarks.isEmpty)
        #expect(InterviewComparison(from: good, to: good).changes.allSatisfy { $0.isBetter == nil })
    }

    @Test func questionsOfBothAreNamedWithTheirScores() throws {
        let other = TestTurn(testQuestion("other", "What else?"), "Something else.")
        let comparison = InterviewComparison(
            from: try Self.interview("An index.", [other]), to: try Self.interview("A plan."))
        #expect(comparison.sharedQuestions.map(\.id) == ["slow-query"])
        #expect(comparison.sharedQuestions.first?.text == "Why is a query slow?")
    }

    @Test func whatIsNoneOfTheCandidatesIsSaid() throws {
        let offline = try Self.interview("The query reads the whole table, because an index is missing.")
        let asked = try Self.interview(
            "The query reads the whole table, because an index is missing.", level: .senior,
            change: { $0.layers = [.languageModel] })
        let remarks = InterviewComparison(from: offline, to: asked).remarks
        #expect(remarks.count == 2)
        #expect(remarks.contains { $0.contains("with a language model") })
        #expect(remarks.contains { $0.contains("mid") && $0.contains("senior") })
    }
}
