import Language
import Testing

@Suite struct StopWordsTests {
    @Test func wordsAreToldApartByWhatTheyCarry() {
        #expect(StopWords.contains("the") && !StopWords.contains("index"))
        #expect(StopWords.isHesitation("um") && !StopWords.isHesitation("the"))
        #expect(StopWords.isEmpty("make") && !StopWords.contains("make"))
        #expect(!StopWords.isEmpty("database") && !StopWords.isEmpty(""))
        #expect(CommonWords.contains(stem: Stemmer.stem("projects")) && !CommonWords.contains(stem: "index"))
    }
}
