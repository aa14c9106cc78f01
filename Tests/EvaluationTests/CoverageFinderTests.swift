import Language
import Synchronization
import Testing

@testable import Evaluation

@Suite struct CoverageFinderTests {
    /// A thesaurus in which "bake" and "cook" mean the same, and which counts how often it is asked.
    private final class Book: Thesaurus {
        let asked = Mutex(0)

        func entry(of word: String) -> ThesaurusEntry? {
            asked.withLock { $0 += 1 }
            guard word == "bake" || word == "cook" else { return nil }
            return ThesaurusEntry(baseForms: [word], senses: [1], senseForms: [word == "bake" ? 1 : 2])
        }
    }

    private func finder(
        _ answer: String, question: String = "What is a cache?", _ likeness: WordLikeness = WordLikeness()
    ) -> CoverageFinder {
        CoverageFinder(AnswerText(JudgedAnswer(typed: answer)), question: question, likeness: likeness)
    }

    @Test func theMeanOfTheExpectedWordsCounts() throws {
        var finder = finder("It keeps answers near, so reading is fast.")
        let coverage = try #require(finder.coverage(of: "Reads fast from memory."))
        #expect(coverage.words.map(\.expected) == ["reads", "fast", "memory"])
        #expect(coverage.words.map(\.likeness) == [1, 1, 0])
        #expect(abs(coverage.value - 2.0 / 3) < 1e-12)
    }

    @Test func eachWordFoundIsQuotedWithItsPlace() throws {
        let answer = AnswerText(JudgedAnswer(typed: "Um, we released it and the databse was quick."))
        var finder = CoverageFinder(answer, question: "What is a cache?", likeness: WordLikeness())
        let coverage = try #require(finder.coverage(of: "database shipped lamp"))
        #expect(coverage.words.map(\.said) == ["databse", "released", nil])
        #expect(coverage.words.map(\.likeness) == [0.95, 0.9, 0])
        #expect(
            coverage.words.map { $0.token.map { answer.tokens[$0].text } } == ["databse", "released", nil])
        #expect(answer.evidence(tokens: try #require(coverage.tokens))?.text == "released it and the databse")
    }

    @Test func theWordsOfTheQuestionCountOnNeitherSide() throws {
        var parrot = finder("A cache, caches and caching.", question: "When do you cache and release?")
        #expect(
            try #require(parrot.coverage(of: "Cached copies are stale.")).words.map(\.expected) == [
                "copies", "stale",
            ])
        #expect(parrot.coverage(of: "A cache is released.") == nil)
        // "Released" is the question's, so it does not stand for "shipped".
        var echo = finder("I release.", question: "When do you cache and release?")
        #expect(try #require(echo.coverage(of: "shipped")).value == 0)
    }

    @Test func theBestOfSeveralWordsCounts() throws {
        var finder = finder("We launched, and then we shipped.")
        let word = try #require(finder.coverage(of: "Ships")?.words.first)
        #expect(word == .init(expected: "ships", likeness: 1, said: "shipped", token: 5))
    }

    @Test func whatTheThesaurusKnowsCounts() throws {
        var plain = finder("I cook bread.")
        #expect(plain.coverage(of: "bake")?.value == 0)
        var knowing = finder("I cook bread.", WordLikeness(thesaurus: Book()))
        #expect(knowing.coverage(of: "bake")?.value == 0.9)
        var asked = finder("I cook bread.", question: "Why bake?", WordLikeness(thesaurus: Book()))
        #expect(asked.coverage(of: "bake") == nil)
    }

    @Test(arguments: ["", " ", "?!", "the of and", "lamp curtain"]) func otherAnswersCoverNothing(
        answer: String
    ) throws {
        var finder = finder(answer)
        let coverage = try #require(finder.coverage(of: "Reads fast from memory."))
        #expect(coverage.value == 0)
        #expect(coverage.tokens == nil)
        #expect(finder.coverage(of: "") == nil)
        #expect(finder.coverage(of: "the thing") == nil)
    }

    @Test func aWordIsExpectedOnce() throws {
        var finder = finder("memory")
        #expect(try #require(finder.coverage(of: "memory, memories and lamps")).value == 0.5)
    }

    @Test func anAnswerOfAMegabyteIsComparedWithinBounds() throws {
        let filler = String(repeating: "q", count: 50)
        let words =
            (0..<18_000).map { "\(filler)\($0)" } + ["memory", String(repeating: "z", count: 100_000)]
        let book = Book()
        let text = JudgedAnswer(typed: words.joined(separator: " "))
        #expect(text.text.utf8.count > 1 << 20)
        var finder = CoverageFinder(
            AnswerText(text), question: "What is a cache?", likeness: WordLikeness(thesaurus: book))
        let coverage = try #require(finder.coverage(of: "Reads fast from memory."))
        #expect(coverage.words.map(\.likeness) == [0, 0, 1])
        #expect(book.asked.withLock { $0 } <= CoverageFinder.limitWords + 10)
    }
}
