import Delivery
import Signal
import Speech
import Testing

@Suite("FillerMerger")
struct FillerMergerTests {
    private static func word(_ text: String, _ start: Double, _ end: Double, _ confidence: Double = 0.9)
        -> Word
    {
        Word(text: text, time: TimeRange(startSeconds: start, endSeconds: end), confidence: confidence)
    }

    private static func pause(
        _ start: Double, _ end: Double, _ probability: Double = 0.8,
        _ sound: FilledPause.Sound = .vowelAndNasal
    ) -> FilledPause {
        FilledPause(
            time: TimeRange(startSeconds: start, endSeconds: end), sound: sound, probability: probability)
    }

    /// An utterance of a few words.
    private static let speech = TimeRange(startSeconds: 0, endSeconds: 2.5)

    private static func merged(_ words: [Word], _ candidates: [FilledPause]) -> [String] {
        FillerMerger().merged(words, with: candidates, in: Self.speech).map(\.text)
    }

    @Test("A candidate in a gap is put in, in the order of time")
    func gap() {
        let words = [Self.word("we", 0, 0.3), Self.word("built", 1.2, 1.6)]
        #expect(Self.merged(words, [Self.pause(0.5, 0.9)]) == ["we", "um", "built"])
    }

    @Test(
        "The sound decides the spelling",
        arguments: [(FilledPause.Sound.vowel, "uh"), (.vowelAndNasal, "um"), (.nasal, "mm")])
    func spelling(sound: FilledPause.Sound, text: String) {
        #expect(Self.merged([], [Self.pause(0.5, 0.9, 0.9, sound)]) == [text])
    }

    @Test(
        "A short word that is a misheard filled pause gives way",
        arguments: ["them", "on", "a", "i'm", "and"])
    func shortWord(text: String) {
        let words = [Self.word("we", 0, 0.3), Self.word(text, 0.5, 0.95, 0.3), Self.word("built", 1.2, 1.6)]
        #expect(Self.merged(words, [Self.pause(0.5, 0.9)]) == ["we", "um", "built"])
    }

    @Test("A candidate inside a word that was heard well is none")
    func contentWord() {
        let words = [Self.word("kubernetes", 0.3, 1.3)]
        #expect(Self.merged(words, [Self.pause(0.5, 0.8, 0.99)]) == ["kubernetes"])
    }

    @Test("An um without the sound of one is dropped, one with it is kept once")
    func heard() {
        let words = [Self.word("um", 0.5, 0.9, 0.8), Self.word("uh", 2, 2.2)]
        let result = FillerMerger().merged(words, with: [Self.pause(0.55, 0.9, 0.2)], in: Self.speech)
        #expect(result.map(\.text) == ["um"])
        #expect(result.first?.confidence == 0.8)
    }

    @Test("A doubtful or very short candidate changes nothing")
    func doubtful() {
        let words = [Self.word("the", 0.5, 0.8)]
        #expect(Self.merged(words, [Self.pause(0.5, 0.8, 0.3)]) == ["the"])
        #expect(Self.merged([], [Self.pause(0.5, 0.55, 0.9)]).isEmpty)
    }

    @Test("A word that only its edge shares with a candidate stays")
    func edge() {
        let words = [Self.word("and", 0, 0.55), Self.word("then", 1, 1.3)]
        #expect(Self.merged(words, [Self.pause(0.5, 0.98)]) == ["and", "um", "then"])
    }
}
