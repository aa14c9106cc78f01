import Delivery
import Foundation
import Signal
import Speech
import Testing

@Suite struct LiveDeliveryTests {
    private func live(
        at seconds: Double, words: [Word] = [], sounds: [FilledPause] = [], speech: [TimeRange],
        syllables: [SyllableNucleus] = []
    ) -> LiveDelivery {
        LiveDelivery(
            elapsedSeconds: seconds, levelDBFS: -30, words: words, sounds: sounds, speech: speech,
            syllables: syllables)
    }

    @Test func thePaceNowNeedsTwoSecondsOfSpeaking() {
        let speech = TestAnswer.ranges((0, 2))
        let syllables = TestAnswer.syllables(8, in: speech[0])
        #expect(live(at: 2, speech: speech, syllables: syllables).paceNow.value == 4)
        let short = live(at: 1.9, speech: TestAnswer.ranges((0, 1.9)), syllables: syllables).paceNow
        #expect(short.value == nil)
        #expect(short.absentBecause == "less than 2 s of speech in the last 10 s")
        #expect(short.unit == .syllablesPerSecond)
    }

    @Test func thePaceNowIsThatOfTheLastTenSeconds() throws {
        let slow = TimeRange(startSeconds: 0, endSeconds: 20)
        let fast = TimeRange(startSeconds: 20, endSeconds: 30)
        let syllables = TestAnswer.syllables(60, in: slow) + TestAnswer.syllables(50, in: fast)
        let now = live(at: 30, speech: [slow, fast], syllables: syllables)
        #expect(abs(try #require(now.paceNow.value) - 5) < 1e-9)
        #expect(abs(try #require(now.articulationRateSyllablesPerSecond.value) - 110.0 / 30) < 1e-9)
        // Nine seconds later a second of it is left in the window.
        let later = live(at: 39, speech: [slow, fast], syllables: syllables)
        #expect(later.paceNow.value == nil)
        #expect(
            later.articulationRateSyllablesPerSecond == now.articulationRateSyllablesPerSecond)
    }

    @Test func speakingWithoutAVoicedSyllableHasNoPace() {
        let now = live(at: 10, speech: TestAnswer.ranges((0, 10)))
        #expect(now.paceNow.value == nil)
        #expect(now.paceNow.absentBecause == "no voiced syllables were found in the last 10 s")
        #expect(now.articulationRateSyllablesPerSecond.value == nil)
    }

    @Test func aCounterThatIsKeptCountsAsOneThatIsNew() {
        let words = TestAnswer.words("um so we _ like _ moved it uh you know _ and so it goes um")
        let speech = TestAnswer.ranges((0, 0.9), (1.5, 1.8), (2.4, 6))
        var kept = FillerCounter()
        // New words, the same again, another pause before them, and fewer words, as for another answer.
        let states: [(Int, [TimeRange])] = [
            (0, []), (3, [speech[0]]), (3, speech), (words.count, speech), (words.count, speech),
            (words.count, TestAnswer.ranges((0, 6))), (5, speech),
        ]
        for (count, speech) in states {
            let words = Array(words.prefix(count))
            let now = LiveDelivery(
                elapsedSeconds: 6, levelDBFS: -30, words: words, sounds: [], speech: speech, syllables: [],
                fillers: &kept)
            #expect(now == live(at: 6, words: words, speech: speech))
        }
    }

    @Test func syllablesOutsideTheSpeechDoNotCount() {
        let speech = TestAnswer.ranges((2, 6))
        let syllables = TestAnswer.syllables(20, in: TimeRange(startSeconds: 0, endSeconds: 10))
        #expect(live(at: 10, speech: speech, syllables: syllables).paceNow.value == 2)
    }

    @Test func countsSpeakingPausesAndFillers() {
        let sound = FilledPause(
            time: TimeRange(startSeconds: 7, endSeconds: 7.4), sound: .vowel, probability: 0.9)
        let now = live(
            at: 9, words: TestAnswer.words("um we maybe uh cached it"), sounds: [sound],
            speech: TestAnswer.ranges((0, 2), (2.2, 4), (5, 8)))
        #expect(now.speakingSeconds == 7)
        // The gap of 0.2 s is none.
        #expect(now.pauseCount == 1)
        // "um", "uh" and the sound; "maybe" is a softener.
        #expect(now.fillerCount == 3)
        #expect(now.elapsedSeconds == 9)
        #expect(now.levelDBFS == -30)
    }

    @Test func beforeTheFirstSoundThereIsNothingToSay() throws {
        let now = live(at: 0, speech: [])
        #expect((now.speakingSeconds, now.pauseCount, now.fillerCount) == (0, 0, 0))
        #expect(now.paceNow.absentBecause?.isEmpty == false)
        #expect(now.articulationRateSyllablesPerSecond.absentBecause?.isEmpty == false)
        #expect(try TestAnswer.throughJSON(now) == now)
    }

    @Test func survivesWordsAndRangesWithoutTimes() {
        let broken = TimeRange(startSeconds: .nan, endSeconds: .nan)
        let now = live(at: 3, words: [Word(text: "um", time: broken)], speech: [broken])
        #expect((now.speakingSeconds, now.pauseCount, now.fillerCount) == (0, 0, 0))
    }

    @Test func whatItSaysAtTheEndIsWhatTheReportSays() {
        let speech = TestAnswer.ranges((1, 7), (9, 13))
        let words = TestAnswer.words("um so we cached it like _ you know _ maybe", from: 1)
        let syllables = TestAnswer.syllables(25, in: speech[0]) + TestAnswer.syllables(20, in: speech[1])
        let now = live(at: 15, words: words, speech: speech, syllables: syllables)
        let report = DeliveryReport(
            words: words, speech: speech, syllables: syllables, quality: TestAnswer.quality(seconds: 15))
        #expect(now.speakingSeconds == report.speakingSeconds)
        #expect(now.pauseCount == report.pauseCount)
        #expect(now.fillerCount == report.fillers.count { $0.kind != .hedge })
        #expect(now.articulationRateSyllablesPerSecond == report.articulationRateSyllablesPerSecond)
    }
}
