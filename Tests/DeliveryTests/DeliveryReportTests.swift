import Delivery
import Foundation
import Signal
import Speech
import Testing

@Suite struct DeliveryReportTests {
    /// Two runs of 6 s and 4 s with a pause of 2 s, after a latency of 1 s: 40 words, 45 syllables.
    private func report(fillers: Int = 0) -> DeliveryReport {
        let speech = TestAnswer.ranges((1, 3), (3.2, 7), (9, 13))
        let first = Array(repeating: "word", count: 20 - fillers) + Array(repeating: "um", count: fillers)
        let words =
            TestAnswer.words(first.joined(separator: " "), from: 1)
            + (0..<20).map { index in
                let start = 9 + Double(index) * 0.2
                return Word(text: "word", time: TimeRange(startSeconds: start, endSeconds: start + 0.2))
            }
        let syllables = TestAnswer.syllables(25, in: speech[1]) + TestAnswer.syllables(20, in: speech[2])
        return DeliveryReport(
            words: words, speech: speech, syllables: syllables, quality: TestAnswer.quality(seconds: 15))
    }

    @Test func measuresPace() {
        let report = report()
        #expect(report.wordCount == 40)
        #expect(abs((report.wordsPerMinute.value ?? 0) - 200) < 0.01)
        #expect(abs((report.articulationRateSyllablesPerSecond.value ?? 0) - 4.5) < 0.01)
        #expect(abs((report.meanLengthOfRunSyllables.value ?? 0) - 22.5) < 0.01)
    }

    @Test func measuresPausesWithoutTheEdges() {
        let report = report()
        #expect(report.pauses == TestAnswer.ranges((7, 9)))
        #expect(report.pauseCount == 1)
        #expect(report.medianPauseSeconds.value == 2)
        #expect(report.longestPauseSeconds.value == 2)
        #expect(abs(report.speakingSeconds - 10) < 1e-9)
        #expect(abs((report.phonationTimeRatio.value ?? 0) - 10.0 / 12) < 1e-9)
        #expect(report.responseLatencySeconds.value == 1)
        #expect(report.durationSeconds == 15)
        #expect(report.speechLevelDBFS.value == -24)
    }

    @Test func takesTheMedianOfAnEvenNumberOfPauses() {
        let speech = TestAnswer.ranges((0, 2), (2.5, 4), (5, 6), (9, 10), (10.25, 12), (12.2, 13))
        let report = DeliveryReport(
            words: [], speech: speech, syllables: [], quality: TestAnswer.quality(seconds: 13))
        #expect(report.pauseCount == 4)
        #expect(report.medianPauseSeconds.value == 0.75)
        #expect(report.longestPauseSeconds.value == 3)
    }

    @Test func countsAPauseFromTheLimitGiven() {
        let speech = TestAnswer.ranges((0, 2), (2.5, 4))
        let quality = TestAnswer.quality(seconds: 4)
        let report = DeliveryReport(
            words: [], speech: speech, syllables: [], quality: quality, minimumPauseSeconds: 0.6)
        #expect(report.pauseCount == 0)
        #expect(report.minimumPauseSeconds == 0.6)
        #expect(report.speakingSeconds == 4)
        #expect(report.longestPauseSeconds.absentBecause == "there was no pause")
    }

    @Test func leavesFilledPausesOutOfThePace() {
        let report = report(fillers: 4)
        #expect(report.wordCount == 36)
        #expect(report.fillers.count { $0.kind == .filledPause } == 4)
        #expect(abs((report.fillersPerMinute.value ?? 0) - 20) < 0.01)
        #expect(abs((report.wordsPerMinute.value ?? 0) - 180) < 0.01)
    }

    @Test func leavesNucleiOutsideTheSpeechOut() {
        let speech = TestAnswer.ranges((1, 6))
        let syllables =
            TestAnswer.syllables(20, in: TimeRange(startSeconds: 1, endSeconds: 6))
            + TestAnswer.syllables(5, in: TimeRange(startSeconds: 6.1, endSeconds: 9))
        let report = DeliveryReport(
            words: [], speech: speech, syllables: syllables, quality: TestAnswer.quality(seconds: 9))
        #expect(report.articulationRateSyllablesPerSecond.value == 4)
    }

    @Test func saysWhyAFigureIsMissing() {
        let silent = DeliveryReport(
            words: [], speech: [], syllables: [], quality: TestAnswer.quality(seconds: 3, levelDBFS: nil))
        for figure in [
            silent.responseLatencySeconds, silent.phonationTimeRatio, silent.wordsPerMinute,
            silent.articulationRateSyllablesPerSecond, silent.medianPauseSeconds, silent.longestPauseSeconds,
            silent.meanLengthOfRunSyllables, silent.fillersPerMinute, silent.speechLevelDBFS,
        ] {
            #expect(figure.value == nil)
            #expect(figure.absentBecause?.isEmpty == false)
        }
        let short = DeliveryReport(
            words: TestAnswer.words("yes"), speech: TestAnswer.ranges((0, 0.3)),
            syllables: TestAnswer.syllables(1, in: TimeRange(startSeconds: 0, endSeconds: 0.3)),
            quality: TestAnswer.quality(seconds: 1))
        #expect(short.wordsPerMinute.absentBecause == "fewer than 10 words were heard")
        #expect(short.articulationRateSyllablesPerSecond.absentBecause == "less than 3 s of speech")
        #expect(short.wordCount == 1)
    }

    @Test func survivesRangesThatOverlapOrAreBroken() {
        let broken = [
            TimeRange(startSeconds: .nan, endSeconds: .nan), TimeRange(startSeconds: 5, endSeconds: 5),
        ]
        let speech = TestAnswer.ranges((8, 12), (1, 5), (4, 7)) + broken
        let words = [Word(text: "um", time: TimeRange(startSeconds: .nan, endSeconds: .nan))]
        let report = DeliveryReport(
            words: words, speech: speech, syllables: [], quality: TestAnswer.quality(seconds: 12))
        #expect(report.pauses == TestAnswer.ranges((7, 8)))
        #expect(report.speakingSeconds == 10)
        #expect(report.fillers == [])
    }

    private func report(of words: [Word]) -> DeliveryReport {
        DeliveryReport(
            words: words, speech: TestAnswer.ranges((0, 6)), syllables: [],
            quality: TestAnswer.quality(seconds: 6))
    }

    @Test func countsWhatWasTakenBackWithItsTime() throws {
        let taken = try #require(
            report(of: TestAnswer.words("so the the cache we we're done it it worked")).disfluencies)
        #expect(taken.repetitionCount == 2)
        #expect(taken.restartCount == 1)
        #expect(taken.found.map(\.text) == ["the", "we", "it"])
        #expect(taken.found.map(\.words) == [1..<2, 4..<5, 7..<8])
        #expect(abs((taken.found.last?.time.startSeconds ?? 0) - 2.1) < 1e-9)
    }

    @Test func placesCountTheWordsGivenThoughSomeHaveNoTime() throws {
        var words = TestAnswer.words("so then the the cache")
        words[0].time = TimeRange(startSeconds: .nan, endSeconds: .nan)
        let taken = try #require(report(of: words).disfluencies)
        #expect(taken.found.map(\.words) == [2..<3])
    }

    @Test func takingBackIsNoFillerAndNoLoss() {
        let report = report(of: TestAnswer.words("so the the cache"))
        #expect(report.fillers == [])
        #expect(report.wordCount == 4)
    }

    @Test func aReportSavedBeforeTheyWereLookedForSaysNothingOfThem() throws {
        let data = try JSONEncoder().encode(report(of: TestAnswer.words("so the the cache")))
        var object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let taken = try #require(object.removeValue(forKey: "disfluencies") as? [String: Any])
        #expect(taken["repetitionCount"] as? Int == 1)
        #expect(((taken["found"] as? [[String: Any]])?.first?["words"] as? [Int]) == [1, 2])
        let old = try JSONSerialization.data(withJSONObject: object)
        #expect(try JSONDecoder().decode(DeliveryReport.self, from: old).disfluencies == nil)
    }

    @Test func comesBackFromJSON() throws {
        let analysis = AnswerAnalysis(
            transcript: Transcript(recognizer: "none"), delivery: report(fillers: 2),
            quality: TestAnswer.quality(seconds: 15))
        let data = try JSONEncoder().encode(analysis)
        #expect(try JSONDecoder().decode(AnswerAnalysis.self, from: data) == analysis)
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains(#""unit":"words\/min""#))
    }

    /// From its first sound to its last the answer lasts 12 s.
    @Test func comparesItsLengthWithWhatTheQuestionExpects() throws {
        var report = report()
        let before = report
        #expect(report.time?.length.verdict == nil)
        report.compare(expectedSeconds: 30)
        #expect(report.time?.length.expectedSeconds == 30)
        #expect(abs(try #require(report.time?.length.share.value) - 0.4) < 1e-9)
        #expect(report.time?.length.verdict == .short)
        report.compare(expectedSeconds: 12)
        #expect(report.time?.length.verdict == .fitting)
        report.compare(expectedSeconds: 6)
        #expect(report.time?.length.verdict == .long)
        report.compare(expectedSeconds: nil)
        #expect(report == before)
    }

    @Test func aLengthThatWasNotMeasuredIsNotCompared() {
        var old = report()
        old.time = nil
        old.compare(expectedSeconds: 30)
        #expect(old.time == nil)
    }

    @Test func aReportSavedBeforeTheDetailsWereMeasuredStillOpens() throws {
        let details = ["time", "pauseDetails", "pace", "pitch", "loudness", "language", "limits"]
        let new = report(fillers: 2)
        var object = try #require(
            JSONSerialization.jsonObject(with: JSONEncoder().encode(new)) as? [String: Any])
        for key in details { #expect(object.removeValue(forKey: key) != nil, "\(key)") }
        let data = try JSONSerialization.data(withJSONObject: object)
        let old = try JSONDecoder().decode(DeliveryReport.self, from: data)
        #expect(old.time == nil && old.pauseDetails == nil && old.pace == nil && old.pitch == nil)
        #expect(old.loudness == nil && old.language == nil && old.limits == nil)
        #expect(old.wordsPerMinute == new.wordsPerMinute)
        #expect(old.fillers == new.fillers)
        #expect(old.runs == new.runs)
        #expect(old.disfluencies == new.disfluencies)
        #expect(try TestAnswer.throughJSON(old) == old)
    }

    @Test func figuresPrintWithTheirUnitOrReason() {
        #expect(Figure(131.64, .wordsPerMinute).description == "131.6 words/min")
        #expect(Figure(0.834, .share).description == "83 %")
        #expect(
            Figure(absentBecause: "less than 3 s of speech", .share).description
                == "(less than 3 s of speech)")
    }
}
