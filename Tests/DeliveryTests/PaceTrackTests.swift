import Delivery
import Foundation
import Signal
import Speech
import Testing

@Suite struct PaceTrackTests {
    @Test func anEvenAnswerHasOnePaceEverywhere() {
        let runs = TestAnswer.ranges((2, 32))
        let track = PaceTrack(
            words: TestAnswer.words(every: 0.5, in: runs[0]),
            syllables: TestAnswer.syllables(120, in: runs[0]),
            runs: runs)
        #expect(track.windowSeconds == 10)
        #expect(track.hopSeconds == 1)
        #expect(track.points.count == 21)
        #expect(track.points.first?.timeSeconds == 7)
        #expect(track.points.last?.timeSeconds == 27)
        for point in track.points {
            #expect(abs((point.wordsPerMinute ?? 0) - 120) < 1e-6)
            #expect(abs((point.syllablesPerSecond ?? 0) - 4) < 0.11)
        }
    }

    @Test func wordsCountThePausesAndSyllablesDoNot() {
        // Of ten seconds four are a pause.
        let runs = TestAnswer.ranges((0, 3), (7, 10))
        let words = TestAnswer.words(every: 0.5, in: runs[0]) + TestAnswer.words(every: 0.5, in: runs[1])
        let syllables = TestAnswer.syllables(12, in: runs[0]) + TestAnswer.syllables(12, in: runs[1])
        let hummed = TestAnswer.syllables(5, in: TimeRange(startSeconds: 4, endSeconds: 6))
        let track = PaceTrack(words: words, syllables: syllables + hummed, runs: runs)
        #expect(track.points.count == 1)
        #expect(abs((track.points.first?.wordsPerMinute ?? 0) - 72) < 1e-6)
        #expect(abs((track.points.first?.syllablesPerSecond ?? 0) - 4) < 1e-6)
    }

    @Test func aWordAtTheEdgeOfAWindowCountsInPart() {
        let runs = TestAnswer.ranges((0, 5))
        let words = [Word(text: "word", time: TimeRange(startSeconds: 4, endSeconds: 8))]
        let track = PaceTrack(words: words, syllables: [], runs: runs, windowSeconds: 5, hopSeconds: 1)
        #expect(track.points.count == 1)
        #expect(abs((track.points.first?.wordsPerMinute ?? 0) - 3) < 1e-9)
        #expect(track.points.first?.syllablesPerSecond == nil)
    }

    @Test func filledPausesAndWordsWithoutATimeDoNotCount() {
        let runs = TestAnswer.ranges((0, 10))
        var words = TestAnswer.words(every: 1, in: runs[0])
        words[3].text = "um"
        words[4].time = TimeRange(startSeconds: .nan, endSeconds: .nan)
        let track = PaceTrack(words: words, syllables: [], runs: runs)
        #expect(abs((track.points.first?.wordsPerMinute ?? 0) - 48) < 1e-6)
    }

    @Test func aWindowWithHardlyAnySpeechHasNoPace() {
        let runs = TestAnswer.ranges((0, 1), (9, 10))
        let words = TestAnswer.words(every: 0.5, in: runs[0]) + TestAnswer.words(every: 0.5, in: runs[1])
        let track = PaceTrack(
            words: words, syllables: TestAnswer.syllables(4, in: runs[0]), runs: runs, windowSeconds: 5,
            hopSeconds: 1)
        #expect(track.points.count == 6)
        #expect(track.points.allSatisfy { $0.wordsPerMinute == nil && $0.syllablesPerSecond == nil })
    }

    @Test func anAnswerShorterThanAWindowHasNoPoints() {
        let words = TestAnswer.words("yes it is")
        #expect(PaceTrack(words: words, syllables: [], runs: TestAnswer.ranges((0, 9.9))).points == [])
        #expect(PaceTrack(words: words, syllables: [], runs: []).points == [])
        #expect(PaceTrack(words: [], syllables: [], runs: TestAnswer.ranges((0, 10))).points.count == 1)
    }

    @Test func comesBackFromJSON() throws {
        let runs = TestAnswer.ranges((0, 12))
        let track = PaceTrack(words: TestAnswer.words(every: 0.5, in: runs[0]), syllables: [], runs: runs)
        #expect(try TestAnswer.throughJSON(track) == track)
    }
}
