import Speech
import Testing

@testable import Vocabulary

@Suite struct SentenceBreaksTests {
    private func written(_ heard: String) throws -> String {
        WrittenText.joined(
            try WrittenText(lexicon: TestVocabulary.lexicon()).tokens(of: TestVocabulary.heard(heard)))
    }

    @Test(arguments: [
        ("we moved the whole thing over 0.8 it was fast", "We moved the whole thing over. It was fast."),
        ("we moved the whole thing over 0.3 it was fast", "We moved the whole thing over it was fast."),
        (
            "we moved the whole thing over 0.45 then it was fast",
            "We moved the whole thing over. Then it was fast."
        ),
        ("we moved the whole thing over 0.8 of it", "We moved the whole thing over of it."),
        (
            "we moved the whole thing 0.45 because it was slow",
            "We moved the whole thing, because it was slow."
        ),
        (
            "we moved the whole thing 0.45 and then it was fast",
            "We moved the whole thing. And then it was fast."
        ),
    ])
    func aPauseEndsASentenceAsTheWordsAroundItTell(heard: String, text: String) throws {
        #expect(try written(heard) == text)
    }

    @Test(arguments: ["the", "a", "of", "to", "and", "because", "my", "we", "very"])
    func noSentenceEndsWithAWordThatGoesOn(word: String) throws {
        #expect(try !written("we moved the whole thing to \(word) 5 it was fast").contains("\(word)."))
    }

    @Test func aPauseWithAFilledPauseInItCountsAsAWhole() throws {
        #expect(
            try written("we moved the whole thing over 0.3 um 0.3 it was fast")
                == "We moved the whole thing over. Um, it was fast.")
        #expect(try written("we moved the um 2 whole thing") == "We moved the, um, whole thing.")
    }

    @Test func afterFewWordsAPauseMustBeLonger() throws {
        #expect(try written("well 0.7 it was") == "Well, it was.")
        #expect(try written("well 1.5 it was") == "Well. It was.")
    }

    @Test func fiveHundredWordsWithoutAPauseAreStillCutAtNewThoughts() throws {
        let clause = "the server was down again this morning because nobody had looked at it so"
        let heard = Array(repeating: clause, count: 36).joined(separator: " ")
        let text = try written(heard)
        let sentences = text.split(separator: ".")
        #expect(text.split(separator: " ").count == 36 * 14)
        #expect(sentences.count >= 10 && sentences.count <= 18)
        #expect(
            try written(Array(repeating: "word", count: 500).joined(separator: " ")).filter { $0 == "." }
                .count == 1)
    }

    @Test func wordsWithoutTimesAreOneSentence() throws {
        let none = TimeRange(startSeconds: 0, endSeconds: 0)
        let words = ["we", "did", "it"].map { Word(text: $0, time: none) }
        #expect(
            WrittenText.joined(try WrittenText(lexicon: TestVocabulary.lexicon()).tokens(of: words))
                == "We did it.")
    }
}
