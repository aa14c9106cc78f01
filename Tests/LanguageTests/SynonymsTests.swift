import Language
import Testing

@Suite struct SynonymsTests {
    @Test(arguments: [
        ("shipped", "released"), ("teammate", "colleague"), ("asked", "consulted"), ("boss", "manager"),
        ("whole", "entire"), ("apologised", "sorry"),
    ])
    func wordsThatReplaceEachOtherAreSynonyms(first: String, second: String) {
        #expect(Synonyms.areSynonyms(Stemmer.stem(first), Stemmer.stem(second)))
        #expect(Synonyms.areSynonyms(Stemmer.stem(second), Stemmer.stem(first)))
    }

    @Test(arguments: [("shipped", "asked"), ("index", "table"), ("", ""), ("shipped", "shipped")])
    func otherWordsAreNot(first: String, second: String) {
        #expect(!Synonyms.areSynonyms(Stemmer.stem(first), Stemmer.stem(second)))
    }
}
