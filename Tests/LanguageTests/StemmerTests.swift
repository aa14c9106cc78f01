import Testing

@testable import Language

@Suite struct StemmerTests {
    @Test(arguments: [
        ("consign", "consign"), ("consigned", "consign"), ("consigning", "consign"),
        ("consignment", "consign"),
        ("consist", "consist"), ("consisted", "consist"), ("consistency", "consist"),
        ("consistent", "consist"),
        ("consistently", "consist"), ("consolation", "consol"), ("consolations", "consol"),
        ("consolatory", "consolatori"), ("console", "consol"), ("consoling", "consol"),
        ("consolingly", "consol"),
        ("conspicuous", "conspicu"), ("constancy", "constanc"), ("constables", "constabl"),
        ("knack", "knack"), ("knackeries", "knackeri"), ("knaves", "knave"), ("knavish", "knavish"),
        ("kneaded", "knead"), ("kneeling", "kneel"), ("knightly", "knight"), ("knitted", "knit"),
        ("knives", "knive"),
        ("knotty", "knotti"), ("knowledge", "knowledg"),
    ])
    func stemsOfThePublishedVocabularyAreReproduced(word: String, stem: String) {
        #expect(Stemmer.stem(word) == stem)
    }

    @Test(arguments: [
        ("caresses", "caress"), ("ties", "tie"), ("cries", "cri"), ("gas", "gas"), ("this", "this"),
        ("gaps", "gap"),
        ("kiwis", "kiwi"), ("agreed", "agre"), ("feed", "feed"), ("luxuriating", "luxuri"),
        ("hopping", "hop"),
        ("hoping", "hope"), ("falling", "fall"), ("by", "by"), ("say", "say"), ("cry", "cri"),
        ("generalizations", "general"), ("relational", "relat"), ("hopefulness", "hope"),
        ("electrical", "electr"),
        ("adjustment", "adjust"), ("adoption", "adopt"), ("rate", "rate"), ("controlling", "control"),
        ("skies", "sky"), ("dying", "die"), ("news", "news"), ("proceed", "proceed"),
        ("communication", "communic"),
        ("generate", "generat"), ("relative", "relat"), ("youth", "youth"), ("beautiful", "beauti"),
    ])
    func eachStepDoesWhatTheAlgorithmSays(word: String, stem: String) {
        #expect(Stemmer.stem(word) == stem)
    }

    @Test(arguments: ["", "a", "is", "c++", "node.js", "café", "2024", "'", "''s"])
    func wordsThatAreNotPlainEnglishStayAsTheyAre(word: String) {
        #expect(!word.isEmpty || Stemmer.stem(word).isEmpty)
        #expect(Stemmer.stem(word).count <= max(word.count, 1))
    }
}
