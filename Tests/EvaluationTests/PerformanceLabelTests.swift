import Evaluation
import FoundationEssentials
import Testing

/// What scores are called, in words and in stars.
@Suite struct PerformanceLabelTests {
    @Test(arguments: [
        (100.0, PerformanceLabel.excellent, StarRating.five), (85, .excellent, .five), (84.9, .good, .four),
        (70, .good, .four), (69.9, .average, .three), (55, .average, .three),
        (54.9, .needsImprovement, .two), (40, .needsImprovement, .two), (39.9, .needsImprovement, .one),
        (0, .needsImprovement, .one),
    ])
    func aScoreHasOneLabelAndStarsThatGoWithIt(score: Double, label: PerformanceLabel, stars: StarRating) {
        #expect(PerformanceLabel(score: score) == label)
        #expect(StarRating(score: score) == stars)
    }

    @Test(arguments: [Double?.none, .nan, .infinity])
    func withoutAScoreThereIsNeither(score: Double?) {
        #expect(PerformanceLabel(score: score) == nil)
        #expect(StarRating(score: score) == nil)
    }

    @Test func aBetterScoreNeverHasFewerStars() {
        let stars = (0...1_000).compactMap { StarRating(score: Double($0) / 10) }
        #expect(stars.count == 1_001 && stars == stars.sorted())
    }

    @Test func starsAreSavedAsANumberAndTheLabelAsItsName() throws {
        let ratings = Ratings(technical: 90, communication: 41, delivery: nil)
        let saved = String(decoding: try JSONEncoder().encode(ratings), as: UTF8.self)
        #expect(saved.contains("\"technical\":5") && saved.contains("\"communication\":2"))
        #expect(!saved.contains("delivery"))
        #expect(PerformanceLabel.needsImprovement.rawValue == "needs_improvement")
    }

    @Test func theLabelFollowsAScoreThatIsChanged() {
        let rubric = Rubric(
            question: "Why?", keyPoints: [KeyPoint(id: "a", statement: "It is quick.")], kind: .technical)
        var evaluation = RubricEvaluator().evaluate(
            JudgedAnswer(typed: "It is quick because it is small, and small things are quick."),
            against: rubric)
        evaluation.overall = 86
        #expect(evaluation.label == .excellent && evaluation.stars == .five)
        evaluation.overall = nil
        #expect(evaluation.label == nil && evaluation.stars == nil)
    }

    @Test func anEvaluationSavedBeforeThereWereLabelsIsReadAndHasItsStars() throws {
        let saved = """
            {"dimensions": [], "hearing": {"level": "good", "reasons": [], "source": "typed", "wordCount": 40},
            "judges": ["Viva rubric judge"], "keyPoints": [], "limits": [], "missingPoints": [],
            "narrative": "A good answer.", "overall": 72.5, "sentiment": "positive",
            "strengths": ["You gave an example."], "suggestions": [], "weaknesses": []}
            """
        let evaluation = try JSONDecoder().decode(Evaluation.self, from: Data(saved.utf8))
        #expect(evaluation.overall == 72.5 && evaluation.stars == .four)
        #expect(evaluation.label == nil && evaluation.ratings == nil && evaluation.structure == nil)
    }
}
