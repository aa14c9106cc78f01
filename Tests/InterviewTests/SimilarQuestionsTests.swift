import Interview
import InterviewTestSupport
import Testing

@Suite struct SimilarQuestionsTests {
    private func pairs(_ texts: String...) -> [SimilarQuestions] {
        SimilarQuestions.pairs(in: texts.map { testQuestion($0, $0) })
    }

    @Test func theSameWordsInOtherFormsAndOrderAreNearlyTheSame() {
        #expect(
            pairs("How do you test a parser?", "What is a cache?", "How are parsers tested?")
                == [SimilarQuestions(first: 0, second: 2, share: 1)])
    }

    @Test func sevenTenthsAreNotEnough() {
        // Seven stems in common of ten, then of nine.
        let common = "red green blue black white brown yellow"
        #expect(pairs(common + " alpha", common + " beta gamma").isEmpty)
        #expect(pairs(common + " alpha", common + " beta").map(\.share) == [7.0 / 9])
    }

    @Test func questionsWithoutContentAreComparedByAllTheirWords() {
        #expect(pairs("Who are you?", "Who are you?").map(\.share) == [1])
        #expect(pairs("Who are you?", "Why?").isEmpty)
        #expect(pairs("?", "?").isEmpty)
    }
}
