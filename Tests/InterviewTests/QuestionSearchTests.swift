import Evaluation
import Interview
import InterviewTestSupport
import Testing

@Suite struct QuestionSearchTests {
    private static let questions = [
        testQuestion(
            "variant", points: [KeyPoint(id: "p", statement: "Looks.", variants: ["an index", "{made}"])]),
        testQuestion("statement", points: [KeyPoint(id: "p", statement: "Adds indexes to queries.")]),
        testQuestion("tag", tags: ["index"]),
        testQuestion("text", "How do you index a slow query?"),
        testQuestion("text too", "What is an index?"),
        testQuestion("other", "What do you do about slow tests?"),
    ]

    private func found(_ words: String) -> [String] {
        QuestionSearch(words).results(in: Self.questions).map(\.question.id)
    }

    @Test func aWordInTheTextCountsMostAndEquallyGoodOnesKeepTheirOrder() {
        #expect(found("Indexing") == ["text", "text too", "tag", "statement", "variant"])
    }

    @Test func allWordsMustBeThereInAnyForm() {
        #expect(found("slow the queries") == ["text"])
        #expect(found("indexed query") == ["text", "statement"])
        #expect(found("index nowhere") == [])
    }

    @Test func movesOfAStoryAreNoWords() { #expect(found("made") == []) }

    @Test func wordsWithoutContentAreLookedForWhereThereAreNoOthers() {
        #expect(found("why") == ["variant", "statement", "tag"])
    }

    @Test func aSearchWithoutWordsFindsNothing() {
        #expect(QuestionSearch(" ?! ").isEmpty)
        #expect(found(" ?! ") == [])
    }
}
