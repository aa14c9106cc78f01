import Delivery
import Signal
import Speech
import Testing

@Suite struct FoundFillerMergerTests {
    private static func word(_ text: String, _ start: Double, _ end: Double, _ confidence: Double = 0.9)
        -> Word
    {
        Word(text: text, time: TimeRange(startSeconds: start, endSeconds: end), confidence: confidence)
    }

    private static func pause(_ start: Double, _ end: Double, _ probability: Double) -> FilledPause {
        FilledPause(
            time: TimeRange(startSeconds: start, endSeconds: end), sound: .vowelAndNasal,
            probability: probability)
    }

    private static func merged(
        _ words: [Word], _ candidates: [FilledPause], until end: Double = 2.5
    ) -> [Word] {
        FoundFillerMerger().merged(
            words, with: candidates, in: TimeRange(startSeconds: 0, endSeconds: end))
    }

    @Test func aSoundInAGapIsPutIn() {
        let words = [Self.word("we", 0, 0.3), Self.word("built", 1.2, 1.6)]
        #expect(Self.merged(words, [Self.pause(0.5, 0.9, 0.4)]).map(\.text) == ["we", "um", "built"])
        #expect(Self.merged(words, [Self.pause(0.5, 0.9, 0.3)]) == words)
        #expect(Self.merged(words, [Self.pause(0.5, 0.6, 0.9)]) == words)
    }

    @Test func wordsThatWereFoundStayWhereTheyAre() {
        let words = [Self.word("we", 0, 0.3), Self.word("built", 0.3, 0.9), Self.word("it", 0.9, 1.2)]
        #expect(Self.merged(words, [Self.pause(0.4, 0.85, 0.99)]) == words)
    }

    @Test func whatLiesBesideAWordIsInTheGap() {
        let words = [Self.word("we", 0, 0.6), Self.word("built", 1.2, 1.6)]
        let heard = Self.merged(words, [Self.pause(0.5, 1.0, 0.6)])
        #expect(heard.map(\.text) == ["we", "um", "built"])
    }

    @Test func aShortWordThatStandsForOneGivesWay() {
        func texts(_ word: String, _ confidence: Double, _ probability: Double) -> [String] {
            let words = [
                Self.word("we", 0, 0.3), Self.word(word, 0.5, 0.95, confidence), Self.word("built", 1.2, 1.6),
            ]
            return Self.merged(words, [Self.pause(0.5, 0.9, probability)]).map(\.text)
        }
        #expect(texts("and", 0.5, 0.6) == ["we", "um", "built"])
        #expect(texts("and", 0.9, 0.6) == ["we", "and", "built"])
        #expect(texts("and", 0.9, 0.95) == ["we", "and", "built"])
        #expect(texts("when", 0.5, 0.95) == ["we", "when", "built"])
    }

    @Test func aShortWordBesideALongSoundStays() {
        let words = [Self.word("a", 0.5, 0.65, 0.5), Self.word("man", 1.2, 1.6)]
        #expect(Self.merged(words, [Self.pause(0.55, 1.1, 0.9)]).map(\.text) == ["a", "um", "man"])
    }

    @Test func oneUnderALongDoubtfulWordIsPutInBesideIt() {
        let spelled = Self.word("r-h-n-g-a5483", 0.2, 2.4, 0.1)
        #expect(Self.merged([spelled], [Self.pause(1, 1.5, 0.7)]).map(\.text) == [spelled.text, "um"])
        #expect(Self.merged([spelled], [Self.pause(1, 1.5, 0.6)]) == [spelled])
    }

    @Test func oneThatWasFoundKeepsItsPlaceAndNeedsTheSoundOfOne() {
        let found = Self.word("uh", 0.5, 0.7, 0.7)
        #expect(Self.merged([found], []) == [])
        #expect(Self.merged([found], [Self.pause(0.45, 0.8, 0.2)]) == [])
        #expect(Self.merged([found], [Self.pause(0.45, 0.8, 0.4)]) == [found])
        #expect(Self.merged([found], [Self.pause(0.45, 0.8, 0.8)]).map(\.confidence) == [0.8])
        #expect(Self.merged([found], [Self.pause(0.45, 0.8, 0.8)]).map(\.time) == [found.time])
    }

    @Test func oneThatWasSurelyFoundNeedsNone() {
        let sure = Self.word("um", 0.5, 0.9, 0.95)
        #expect(Self.merged([sure], []) == [sure])
        #expect(Self.merged([Self.word("um", 0.5, 0.6, 0.95)], []) == [])
    }

    @Test func longSoundsWithoutAnyWordAreNoSpeech() {
        let hums = [Self.pause(0.5, 0.9, 0.9), Self.pause(2, 3, 0.9)]
        #expect(Self.merged([], hums, until: 6) == [])
        #expect(Self.merged([Self.word("um", 2, 3, 0.95)], hums, until: 6) == [])
        #expect(Self.merged([], [hums[0]], until: 1).map(\.text) == ["um"])
        #expect(FillerMerger().merged([], with: hums, in: TimeRange(startSeconds: 0, endSeconds: 6)) == [])
    }
}
