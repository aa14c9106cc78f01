import Language
import Testing

@Suite struct WordLikenessTests {
    /// A thesaurus of some entries.
    private struct Book: Thesaurus {
        var entries: [String: ThesaurusEntry]
        func entry(of word: String) -> ThesaurusEntry? { entries[word] }
    }

    /// Vectors of some words.
    private struct Table: WordVectors {
        var vectors: [String: [Float]]
        var dimensions: Int { 10 }
        func vector(of word: String) -> [Float]? { vectors[word] }
    }

    private static func entry(
        _ base: String, _ sense: Int, form: Int, derived: [Int] = [], wider: [Int] = []
    ) -> ThesaurusEntry {
        ThesaurusEntry(
            baseForms: [base], senses: [sense], senseForms: [form], derivedForms: derived, hypernyms: wider)
    }

    private let book = Book(entries: [
        "wrote": entry("write", 1, form: 11, derived: [61]),
        "write": entry("write", 1, form: 11, derived: [61]),
        "author": entry("author", 6, form: 61), "pen": entry("pen", 1, form: 12),
        "dog": entry("dog", 2, form: 21, wider: [3]), "animal": entry("animal", 3, form: 31),
        "expect": entry("expect", 4, form: 41), "expert": entry("expert", 5, form: 51),
    ])

    private func between(_ likeness: WordLikeness, _ first: String, _ second: String) -> Double {
        likeness.between(likeness.word(first), likeness.word(second))
    }

    @Test(arguments: [
        ("caches", "caching", 1.0), ("databse", "database", 0.95), ("shipped", "released", 0.9),
        ("analysis", "analyse", 0.75), ("wrote", "author", 0), ("lamp", "bread", 0),
        ("expect", "expert", 0.95),
        ("", "bread", 0), ("", "", 1),
    ])
    func withoutMoreTheLettersAndTheTableCount(first: String, second: String, likeness: Double) {
        #expect(between(WordLikeness(), first, second) == likeness)
        #expect(Term(first).likeness(to: Term(second)) == likeness)
    }

    @Test(arguments: [
        ("wrote", "write", 1.0), ("wrote", "pen", 0.9), ("wrote", "author", 0.75), ("author", "write", 0.75),
        ("dog", "animal", 0.5), ("animal", "dog", 0.5), ("dog", "pen", 0), ("lamp", "dog", 0),
        ("shipped", "released", 0.9), ("databse", "database", 0.95),
    ])
    func aThesaurusAddsWhatItKnows(first: String, second: String, likeness: Double) {
        #expect(between(WordLikeness(thesaurus: book), first, second) == likeness)
    }

    @Test func twoWordsOfTheThesaurusAreNoTypingSlip() {
        #expect(between(WordLikeness(thesaurus: book), "expect", "expert") == 0)
        #expect(between(WordLikeness(thesaurus: book), "expact", "expert") == 0)
        #expect(between(WordLikeness(thesaurus: book), "expact", "expect") == 0.95)
    }

    @Test func vectorsCountWhereNothingElseDoes() {
        func vector(_ first: Float, _ second: Float) -> [Float] {
            var vector = [Float](repeating: 0, count: 10)
            vector[0] = first
            vector[9] = second
            return vector
        }
        let table = Table(vectors: [
            "lamp": vector(1, 0), "lantern": vector(0.8, 0.6), "bread": vector(0.3, 0.954),
            "dog": vector(1, 0),
            "animal": vector(1, 0), "loud": vector(2, 0), "broken": vector(.nan, 0), "short": [1],
            "back": vector(-1, 0),
        ])
        let likeness = WordLikeness(thesaurus: book, vectors: table)
        #expect(abs(between(likeness, "lamp", "lantern") - 0.8) < 1e-6)
        #expect(between(likeness, "lamp", "bread") == 0)
        #expect(between(likeness, "lamp", "back") == 0)
        #expect(between(likeness, "dog", "animal") == 0.5)
        #expect(between(likeness, "lamp", "loud") == 1)
        #expect(between(likeness, "lamp", "broken") == 0)
        #expect(between(likeness, "lamp", "short") == 0)
        #expect(between(likeness, "lamp", "unknown") == 0)
    }

    @Test func theClosestRelationCounts() {
        let near = Self.entry("a", 1, form: 1, derived: [2], wider: [3])
        #expect(near.relation(to: Self.entry("b", 1, form: 2, wider: [1])) == .synonym)
        #expect(near.relation(to: Self.entry("b", 3, form: 2)) == .derived)
        #expect(near.relation(to: Self.entry("b", 3, form: 3)) == .hypernym)
        #expect(near.relation(to: Self.entry("b", 4, form: 3, wider: [3])) == nil)
        #expect(book.relation("wrote", "nothing") == nil)
    }
}
