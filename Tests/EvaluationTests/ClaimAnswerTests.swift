import Evaluation
import Testing

/// How an answer to a question about a vague claim is judged: by whether the claim became concrete.
@Suite struct ClaimAnswerTests {
    private func evaluation(_ text: String, to sort: VagueClaim.Sort) -> Evaluation {
        let rubric = Rubric(
            question: "How much?",
            keyPoints: [KeyPoint(id: "measured", statement: "Measured the system before changing anything")],
            kind: .behavioural,
            claim: VagueClaim(sort: sort, evidence: Evidence(text: "it went well"), words: 0..<3))
        return RubricEvaluator().evaluate(JudgedAnswer(typed: text), against: rubric)
    }

    @Test(arguments: [
        ("The page took 2 seconds before and 300 milliseconds after.", VagueClaim.Sort.change),
        ("It is faster because nothing is copied any more.", .change),
        ("Nobody called the hotline on Monday, for example.", .success),
        ("First I called the supplier and then I moved the delivery.", .action),
        ("We built the images with Jenkins and rolled them out with Ansible.", .generality),
        ("jenkins and ansible mostly", .generality),
    ])
    func whatMakesItConcreteIsQuoted(text: String, sort: VagueClaim.Sort) throws {
        let evaluation = evaluation(text, to: sort)
        #expect(evaluation.overall == nil)
        #expect(evaluation.overallAbsence?.contains("no score of its own") == true)
        #expect(evaluation.weaknesses.isEmpty)
        #expect(try #require(evaluation.strengths.first).contains("concrete"))
        #expect(evaluation.narrative.contains("concrete"))
    }

    @Test(arguments: [
        ("It was just a lot better than one would think, really.", VagueClaim.Sort.change),
        ("Everybody was really happy about it.", .success), ("I just did my best.", .action),
        ("All sorts of things, really.", .generality), ("I do not know.", .change),
    ])
    func whatStaysVagueIsSaidWithAdvice(text: String, sort: VagueClaim.Sort) throws {
        let evaluation = evaluation(text, to: sort)
        #expect(evaluation.overall == nil && evaluation.strengths.isEmpty)
        #expect(try #require(evaluation.weaknesses.first).contains("stayed vague"))
        #expect(evaluation.suggestions.count == 1)
        #expect(evaluation.sentiment == .neutral)
    }

    @Test func contentHasNoScoreAndPointsMadeAllTheSameAreKept() {
        let made = evaluation(
            "We measured the system for 3 weeks before changing anything in it.", to: .change)
        #expect(made.keyPoints.map(\.id) == ["measured"])
        let sides: [Dimension] = [.relevance, .completeness, .technicalAccuracy]
        #expect(sides.allSatisfy { made.score($0) == nil })
        #expect(made.missingPoints.isEmpty && made.vagueClaims == nil && made.ratings?.technical == nil)
        let other = evaluation("It took 2 seconds less.", to: .change)
        #expect(other.keyPoints.isEmpty && other.missingPoints.isEmpty)
    }

    @Test func whatWasNotGivenKeepsItsReason() {
        let evaluation = evaluation("", to: .change)
        #expect(evaluation.overall == nil && evaluation.hearing.level == .notEnough)
        #expect(evaluation.overallAbsence?.contains("no score of its own") == false)
    }
}
