import Language
import Testing

@testable import Evaluation

@Suite struct RubricWordsTests {
    private let rubric = Rubric(
        question: "How do you bake bread?",
        keyPoints: [
            KeyPoint(id: "dough", statement: "Kneads flour, yeast and water.", variants: ["{consulted}"])
        ],
        kind: .technical)

    private func terms(_ text: String) -> [Term] { AnswerText(JudgedAnswer(typed: text)).contentTerms }

    @Test func theShareIsThatOfTheWordsTheRubricHas() {
        let vocabulary = RubricWords(of: rubric)
        #expect(vocabulary.share(of: terms("flour yeast kneading")) == 1)
        #expect(vocabulary.share(of: terms("flour lamp")) == 0.5)
        #expect(vocabulary.share(of: terms("lamp curtain")) == 0)
        #expect(vocabulary.share(of: terms("consulted")) == 0)
        #expect(vocabulary.share(of: []) == 0)
    }

    @Test func aRubricOfFewWordsDoubtsNothing() {
        let certainty = RubricWords(of: rubric).certainty(of: terms("lamp"), kind: .technical, source: .typed)
        #expect(certainty == 1)
    }

    @Test func aRichRubricDoubtsAnAnswerInOtherWordsAndLessSoWhenSpoken() {
        var rich = rubric
        let syllables = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "fa", "pe"]
        let words = syllables.flatMap { first in syllables.map { first + $0 + "rk" } }
        rich.sampleAnswers = [words.joined(separator: " ")]
        let vocabulary = RubricWords(of: rich)
        #expect(vocabulary.certainty(of: terms("lamp curtain"), kind: .technical, source: .typed) == 0)
        #expect(vocabulary.certainty(of: terms("flour yeast"), kind: .technical, source: .typed) == 1)
        let mixed = terms("flour lamp curtain")
        let typed = vocabulary.certainty(of: mixed, kind: .technical, source: .typed)
        #expect(typed > 0 && typed < 1)
        #expect(vocabulary.certainty(of: mixed, kind: .technical, source: .spoken) > typed)
        #expect(vocabulary.certainty(of: mixed, kind: .behavioural, source: .typed) == 1)
    }
}
