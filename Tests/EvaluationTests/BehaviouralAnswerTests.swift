import Evaluation
import Testing

/// Behaviour tests of how stories are judged.
@Suite struct BehaviouralAnswerTests {
    private let rubric = Rubric(
        question: "Tell me about a mistake you made.",
        keyPoints: [
            KeyPoint(id: "error", statement: "Names a real error.", variants: ["I deleted the wrong"]),
            KeyPoint(id: "repair", statement: "Repaired the damage.", variants: ["I restored the backup"]),
        ], kind: .behavioural, expectedDurationSeconds: 30)
    private let told = """
        Two years ago, at my last company, I had to clean up a table before a release. I deleted the wrong rows. I told \
        my manager, I restored the backup and I checked every customer. In the end only three people had noticed, and I \
        learned to ask for a second pair of eyes.
        """
    private let untold = """
        Mistakes are normal, and everybody should be open about them. It could be that the wrong rows are deleted, and \
        then the right thing is that the backup is restored, since that is what backups are for, and people should not \
        be blamed for it, because they do their best.
        """

    private func evaluate(_ text: String) -> Evaluation {
        RubricEvaluator().evaluate(JudgedAnswer(typed: text), against: rubric)
    }

    @Test func aStoryScoresAboveGeneralTalk() throws {
        #expect(try #require(evaluate(told).overall) > (try #require(evaluate(untold).overall)) + 15)
        #expect(evaluate(told).strengths.contains { $0.contains("from the situation to the result") })
    }

    @Test func partsThatAreMissingAreNamed() {
        let advice = evaluate(untold)
        #expect(
            advice.weaknesses.contains {
                $0.contains("what you did yourself") || $0.contains("when and where")
            })
    }

    @Test func aStoryHasNoTechnicalAccuracy() throws {
        let evaluation = evaluate(told)
        let accuracy = try #require(evaluation.dimensions.first { $0.dimension == .technicalAccuracy })
        #expect(accuracy.score == nil && accuracy.weight == 0)
        #expect(accuracy.basis.contains("no technical content"))
        #expect(abs(evaluation.dimensions.map(\.weight).reduce(0, +) - 1) < 1e-9)
    }

    @Test(arguments: [
        (Double?.none, Sentiment.neutral), (70, .positive), (69.9, .neutral), (45, .neutral),
        (44.9, .negative),
    ])
    func sentimentFollowsTheOverallScore(overall: Double?, sentiment: Sentiment) {
        #expect(Sentiment(overall: overall) == sentiment)
    }
}
