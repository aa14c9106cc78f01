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

    private func covered(
        of text: String, by answer: String, question: String = "What is a cache?",
        _ likeness: WordLikeness = WordLikeness()
    ) -> KeyPointCoverage? {
        var finder = CoverageFinder(
            AnswerText(JudgedAnswer(typed: answer)), question: question, likeness: likeness)
        return finder.coverage(of: text)
    }

    @Test func theMeanOfTheExpectedWordsCounts() throws {
        let coverage = try #require(
            covered(of: "Reads fast from memory.", by: "It keeps answers near, so reading is fast."))
        #expect(coverage.words.map(\.expected) == ["reads", "fast", "memory"])
        #expect(coverage.words.map(\.likeness) == [1, 1, 0])
        #expect(abs(coverage.value - 2.0 / 3) < 1e-12)
    }

    @Test func eachWordFoundIsQuotedWithItsPlace() throws {
        let answer = AnswerText(JudgedAnswer(typed: "Um, we released it and the databse was quick."))
        var finder = CoverageFinder(answer, question: "What is a cache?", likeness: WordLikeness())
        let found = finder.coverage(of: "database shipped lamp")
        let coverage = try #require(found)
        #expect(coverage.words.map(\.said) == ["databse", "released", nil])
        #expect(coverage.words.map(\.likeness) == [0.95, 0.9, 0])
        #expect(
            coverage.words.map { $0.token.map { answer.tokens[$0].text } } == ["databse", "released", nil])
        #expect(answer.evidence(tokens: try #require(coverage.tokens))?.text == "released it and the databse")
    }

    @Test func theWordsOfTheQuestionCountOnNeitherSide() throws {
        let question = "When do you cache and release?"
        let parrot = try #require(
            covered(of: "Cached copies are stale.", by: "A cache, caches and caching.", question: question))
        #expect(parrot.words.map(\.expected) == ["copies", "stale"])
        #expect(parrot.value == 0)
        #expect(covered(of: "A cache is released.", by: "A cache is released.", question: question) == nil)
        // "Released" is the question's, so it does not stand for "shipped".
        #expect(covered(of: "shipped", by: "I release.", question: question)?.value == 0)
    }

    @Test func theBestOfSeveralWordsCounts() {
        #expect(
            covered(of: "Ships", by: "We launched, and then we shipped.")?.words
                == [.init(expected: "ships", likeness: 1, said: "shipped", token: 5)])
    }

    @Test func whatWasFoundIsTheSameForTheNextText() {
        var finder = CoverageFinder(
            AnswerText(JudgedAnswer(typed: "We launched.")), question: "What is a cache?",
            likeness: WordLikeness())
        let first = finder.coverage(of: "shipped")
        let second = finder.coverage(of: "shipped")
        #expect(first?.value == 0.9)
        #expect(first == second)
    }

    @Test func whatTheThesaurusKnowsCounts() {
        #expect(covered(of: "bake", by: "I cook bread.")?.value == 0)
        let knowing = WordLikeness(thesaurus: Book())
        #expect(covered(of: "bake", by: "I cook bread.", knowing)?.value == 0.9)
        #expect(covered(of: "bake", by: "I cook bread.", question: "Why bake?", knowing) == nil)
    }

    @Test(arguments: ["", " ", "?!", "the of and", "lamp curtain"])
    func otherAnswersCoverNothing(answer: String) throws {
        let coverage = try #require(covered(of: "Reads fast from memory.", by: answer))
        #expect(coverage.value == 0)
        #expect(coverage.tokens == nil)
    }

    @Test(arguments: ["", "?", "the thing"]) func whereNoWordIsExpectedThereIsNothingToCover(text: String) {
        #expect(covered(of: text, by: "the thing") == nil)
    }

    @Test func whatASentenceSaysIsLookedForInOnePlace() throws {
        let far = Array(repeating: "so we went on and on with it", count: 8).joined(separator: " ")
        let apart = try #require(
            covered(of: "memory curtain", by: "A memory \(far) and a curtain."))
        #expect(apart.value == 0.5)
        let together = try #require(
            covered(of: "memory curtain", by: "A memory \(far) and then a curtain and a memory."))
        #expect(together.value == 1)
        // Two sentences may be said in two places.
        #expect(covered(of: "A memory. A curtain.", by: "A memory \(far) and a curtain.")?.value == 1)
    }

    @Test func aWordIsExpectedOnce() {
        #expect(covered(of: "memory, memories and lamps", by: "memory")?.value == 0.5)
    }

    @Test func anAnswerOfAMegabyteIsComparedWithinBounds() throws {
        let filler = String(repeating: "q", count: 50)
        let words =
            (0..<18_000).map { "\(filler)\($0)" } + [String(repeating: "z", count: 100_000), "memory"]
        let book = Book()
        let answer = words.joined(separator: " ")
        #expect(answer.utf8.count > 1 << 20)
        let coverage = try #require(
            covered(of: "Reads fast from memory.", by: answer, WordLikeness(thesaurus: book)))
        #expect(coverage.words.map(\.likeness) == [0, 0, 1])
        #expect(book.asked.withLock { $0 } <= CoverageFinder.limitWords + 10)
    }
}
