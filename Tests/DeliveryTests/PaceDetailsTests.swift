import Delivery
import Foundation
import Signal
import Speech
import Testing

@Suite struct PaceDetailsTests {
    private let minute = TestAnswer.ranges((0, 60))

    @Test func anEvenAnswerDoesNotGrowFaster() {
        let details = PaceDetails(
            words: TestAnswer.words(every: 0.5, in: minute[0]),
            syllables: TestAnswer.syllables(240, in: minute[0]), runs: minute)
        #expect(abs(details.acceleration.value ?? 1) < 0.01)
        #expect(details.acceleration.unit == .syllablesPerSecondPerMinute)
        #expect(details.comfortableShare.value == 1)
        #expect(abs((details.fastestWordsPerMinute.value ?? 0) - 120) < 1e-6)
        #expect(details.fastestTime == TimeRange(startSeconds: 0, endSeconds: 10))
    }

    @Test func measuresHowMuchFasterAnAnswerGrows() {
        // Three syllables a second at the start, five after a minute: 3 t + t^2 / 60 of them until t.
        let syllables = (0..<240).map { number in
            let count = Double(number) + 0.5
            return SyllableNucleus(timeSeconds: 30 * ((9 + count / 15).squareRoot() - 3), levelDB: -20)
        }
        let details = PaceDetails(words: [], syllables: syllables, runs: minute)
        #expect(abs((details.acceleration.value ?? 0) - 2) < 0.1)
        let slower = syllables.map {
            SyllableNucleus(timeSeconds: 60 - $0.timeSeconds, levelDB: -20)
        }
        let slowing = PaceDetails(words: [], syllables: slower, runs: minute)
        #expect(abs((slowing.acceleration.value ?? 0) + 2) < 0.1)
    }

    @Test func findsTheFastestStretchAndTheShareOfComfortablePace() {
        // 120 words a minute, but 240 from 30 to 40 s: over 165 in windows that hold four seconds of it and more.
        let words =
            TestAnswer.words(every: 0.5, in: TimeRange(startSeconds: 0, endSeconds: 30))
            + TestAnswer.words(every: 0.25, in: TimeRange(startSeconds: 30, endSeconds: 40))
            + TestAnswer.words(every: 0.5, in: TimeRange(startSeconds: 40, endSeconds: 60))
        let details = PaceDetails(words: words, syllables: [], runs: minute)
        #expect(details.track.points.count == 51)
        #expect(abs((details.comfortableShare.value ?? 0) - 38.0 / 51) < 1e-9)
        #expect(abs((details.fastestWordsPerMinute.value ?? 0) - 240) < 1e-6)
        #expect(details.fastestTime == TimeRange(startSeconds: 30, endSeconds: 40))
    }

    @Test func countsTheSyllablesOfTheWords() {
        let runs = TestAnswer.ranges((0, 10))
        let words = TestAnswer.words(every: 0.5, in: runs[0])
        let rate = { (counts: [Int?]) in
            PaceDetails(words: words, syllables: [], runs: runs, syllablesOfWords: counts)
                .wordSyllablesPerSecond
        }
        #expect(rate(Array(repeating: 2, count: 20)).value == 4)
        #expect(rate(Array(repeating: 2, count: 10) + Array(repeating: nil, count: 10)).value == 4)
        let unknown = rate(Array(repeating: 2, count: 9) + Array(repeating: nil, count: 11))
        #expect(unknown.absentBecause == "fewer than half of the words have a known pronunciation")
        #expect(rate([]).absentBecause == "the pronunciations of the words are not known")
        #expect(rate([2]).absentBecause == "the pronunciations of the words are not known")
    }

    @Test func aFilledPauseIsOneSyllable() {
        let runs = TestAnswer.ranges((0, 10))
        var words = TestAnswer.words(every: 0.5, in: runs[0])
        words[7].text = "um"
        let counts = words.map { $0.text == "um" ? nil : 2 }
        let details = PaceDetails(words: words, syllables: [], runs: runs, syllablesOfWords: counts)
        #expect(abs((details.wordSyllablesPerSecond.value ?? 0) - 3.9) < 1e-9)
    }

    @Test func saysWhyAFigureIsMissing() throws {
        let short = PaceDetails(
            words: TestAnswer.words("yes"), syllables: [], runs: TestAnswer.ranges((0, 2)),
            syllablesOfWords: [1])
        #expect(short.acceleration.absentBecause == "the answer is shorter than 30 s")
        #expect(short.comfortableShare.absentBecause == "fewer than 5 windows of 10 s hold words")
        #expect(short.fastestWordsPerMinute.absentBecause == "no window of 10 s holds words")
        #expect(short.fastestTime == nil)
        #expect(short.wordSyllablesPerSecond.absentBecause == "less than 3 s of speech")
        let mute = PaceDetails(words: [], syllables: [], runs: minute)
        #expect(mute.acceleration.absentBecause == "fewer than 5 windows of 10 s hold syllables")
        #expect(mute.wordSyllablesPerSecond.absentBecause == "fewer than 10 words were heard")
        #expect(PaceDetails(words: [], syllables: [], runs: []).track.points == [])
        #expect(try TestAnswer.throughJSON(short) == short)
    }

    @Test func comesBackFromJSON() throws {
        let details = PaceDetails(
            words: TestAnswer.words(every: 0.5, in: minute[0]),
            syllables: TestAnswer.syllables(240, in: minute[0]), runs: minute)
        #expect(try TestAnswer.throughJSON(details) == details)
    }
}
