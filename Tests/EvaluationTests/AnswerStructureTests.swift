import FoundationEssentials
import Testing

@testable import Evaluation

/// How an answer is built, and the words that show it.
@Suite struct AnswerStructureTests {
    private let told = """
        Two years ago, at my last company, I had to clean up a table before a release. I deleted the wrong rows. I told \
        my manager, I restored the backup and I checked every customer. In the end only three people had noticed, and I \
        learned to ask for a second pair of eyes.
        """

    private func evaluate(_ answer: JudgedAnswer, kind: Rubric.Kind = .behavioural) -> Evaluation {
        let rubric = Rubric(
            question: "Tell me about a mistake you made.",
            keyPoints: [
                KeyPoint(id: "error", statement: "Names a real error.", variants: ["I deleted the wrong"]),
                KeyPoint(
                    id: "repair", statement: "Repaired the damage.", variants: ["I restored the backup"]),
            ], kind: kind, expectedDurationSeconds: 30)
        return RubricEvaluator().evaluate(answer, against: rubric)
    }

    private func structure(_ text: String, kind: Rubric.Kind = .behavioural) throws -> AnswerStructure {
        try #require(evaluate(JudgedAnswer(typed: text), kind: kind).structure)
    }

    @Test func eachPartOfAStoryComesWithTheSentenceThatCarriesIt() throws {
        let story = try #require(try structure(told).story)
        #expect(story.map(\.part) == StoryPart.allCases)
        #expect(story.allSatisfy { $0.isTold })
        let sentences = story.map { $0.evidence?.text ?? "" }
        #expect(sentences[0].hasPrefix("Two years ago") && sentences[0].hasSuffix("release."))
        #expect(sentences[2] == "I told my manager, I restored the backup and I checked every customer.")
        #expect(sentences[3].hasPrefix("In the end"))
    }

    @Test func aPartThatIsNotThereHasNoSentence() throws {
        let story = try #require(
            try structure("Mistakes are normal and everybody should be open about them.").story)
        #expect(story.allSatisfy { !$0.isTold && $0.evidence == nil })
    }

    @Test func onlyQuestionsThatWantAStoryHaveOne() throws {
        #expect(try structure(told, kind: .technical).story == nil)
    }

    @Test func figuresExampleConclusionAndSignpostsAreQuoted() throws {
        let structure = try structure(told)
        #expect(structure.hasConclusion && structure.hasNumber && !structure.hasExample)
        #expect(structure.conclusion?.text.hasPrefix("In the end") == true)
        let example = try self.structure("For example, I wrote a test first.").example
        #expect(example?.text == "For example, I wrote a test first.")
        #expect(structure.numbers.first?.text.contains("Two years") == true)
        #expect(structure.signposts.contains { $0.kind == .end && $0.evidence.text.contains("In the end") })
    }

    @Test func aLastJobAtTheBeginningIsNoConclusion() throws {
        let structure = try structure(
            "In my last job I wrote tests. They ran each night. My colleagues liked them.")
        #expect(!structure.hasConclusion)
        #expect(!structure.signposts.contains { $0.kind == .end })
    }

    @Test func wordsWithoutFullStopsAreQuotedInPartWithTheirTime() throws {
        let words = told.filter { $0 != "." && $0 != "," }.split(whereSeparator: \.isWhitespace)
            .enumerated().map {
                HeardWord(text: String($0.element), timeSeconds: Double($0.offset) / 2, confidence: 0.9)
            }
        let answer = JudgedAnswer(
            spoken: words, delivery: nil, durationSeconds: 30, expectedWordErrorRate: 0.05)
        let structure = try #require(evaluate(answer).structure)
        let result = try #require(structure.story?.last?.evidence)
        #expect(result.text.split(separator: " ").count <= 30)
        #expect(result.text.contains("In the end"))
        let time = try #require(result.timeSeconds)
        #expect(words[Int(time * 2)].text == result.text.split(separator: " ").first.map(String.init))
    }

    @Test func sentencesQuoteTheAnswerAndNoneComesTwice() {
        let texts = [
            told, "", "I do not know.", "yes", String(repeating: told + " ", count: 5),
            "I deleted the wrong rows and I restored the backup.",
            "mistake mistake rows backup deleted restored manager table release",
        ]
        for kind in Rubric.Kind.allCases {
            for text in texts {
                let evaluation = evaluate(JudgedAnswer(typed: text), kind: kind)
                for sentences in [
                    evaluation.strengths, evaluation.weaknesses, evaluation.suggestions,
                    evaluation.missingPoints,
                ] {
                    #expect(Set(sentences).count == sentences.count, "\(sentences)")
                    #expect(sentences.allSatisfy { !$0.isEmpty && !$0.contains("..") && !$0.contains("”” ") })
                }
                #expect(evaluation.strengths.count <= 5 && evaluation.weaknesses.count <= 4)
                #expect(evaluation.suggestions.count <= 5 && evaluation.missingPoints.count <= 3)
            }
        }
        let strengths = evaluate(JudgedAnswer(typed: told)).strengths
        #expect((3...5).contains(strengths.count))
        #expect(strengths.contains { $0.contains("I restored the backup and I”.") }, "\(strengths)")
    }

    @Test func figuresThatRepeatAreQuotedOnceAndSoughtOnce() {
        let sentence = "I fixed the broken server in 3 days. "
        let answer = AnswerText(JudgedAnswer(typed: String(repeating: sentence, count: 1_500)))
        let story = Story(answer)
        #expect(answer.sentenceWords.count == 1_500)
        let structure = AnswerStructure(answer, prose: answer, story: story, kind: .behavioural)
        #expect(structure.numbers.map(\.text) == ["I fixed the broken server in 3 days."])
    }

    @Test func aRefusalAndAnUnheardAnswerHaveNoStructure() {
        #expect(evaluate(JudgedAnswer(typed: "I do not know.")).structure == nil)
        #expect(evaluate(JudgedAnswer(typed: "")).structure == nil)
    }

    @Test func aStructureIsReadAsItWasSaved() throws {
        let structure = try structure(told)
        let saved = try JSONEncoder().encode(structure)
        #expect(try JSONDecoder().decode(AnswerStructure.self, from: saved) == structure)
    }
}
