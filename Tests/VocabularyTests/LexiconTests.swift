import Speech
import Testing

@testable import Vocabulary

@Suite struct LexiconTests {
    @Test func ofTwoEntriesWithOneTokenTheFirstStays() {
        let lexicon = Lexicon(entries: [
            LexiconEntry(written: "SQL", pronunciations: [Pronunciation([.s])]),
            LexiconEntry(written: "sql", pronunciations: []),
        ])
        #expect(lexicon.entries["sql"]?.written == "SQL")
    }

    @Test(arguments: [
        ("kubernetes's", "Kubernetes's", "IH Z"), ("redis's", "Redis's", "IH Z"), ("apis", "APIs", "Z"),
        ("sql's", "SQL's", "Z"), ("ids", "IDs", "Z"), ("react's", "React's", "S"),
    ])
    func possessivesAndPluralsHaveTheSoundOfTheirEnding(token: String, written: String, ending: String) throws
    {
        let entry = try #require(try TestVocabulary.lexicon().entry(for: token))
        #expect(entry.written == written)
        #expect(entry.pronunciations.first?.description.hasSuffix(" " + ending) == true)
    }

    @Test(arguments: ["its", "gos", "reacts", "sqlx", "'s", "s", ""])
    func otherWordsAreNoTerms(token: String) throws {
        #expect(try TestVocabulary.lexicon().entry(for: token) == nil)
    }
}
