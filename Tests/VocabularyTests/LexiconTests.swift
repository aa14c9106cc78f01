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
}
