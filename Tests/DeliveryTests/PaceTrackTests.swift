import Delivery
import Signal
import Speech
import Testing

@Suite struct PaceTrackTests {
    private func times(_ count: Int, in range: TimeRange) -> [Double] {
        TestAnswer.syllables(count, in: range).map(\.timeSeconds)
    }

    @Test func steadySpeechHasASteadyPace() {
        let speech = TestAnswer.ranges((0, 20))
        let track = PaceTrack(
            syllablesSeconds: times(100, in: speech[0]), speech: speech, durationSeconds: 20)
        #expect(track.points.map(\.timeSeconds) == (0..<20).map { Double($0) + 0.5 })
        for point in track.points { #expect(abs((point.syllablesPerSecond ?? 0) - 5) < 0.35) }
    }

    @Test func aPauseIsNoTimeOfSpeaking() {
        let speech = TestAnswer.ranges((0, 5), (7, 12))
        let syllables = speech.flatMap { times(20, in: $0) }
        let track = PaceTrack(syllablesSeconds: syllables, speech: speech, durationSeconds: 12)
        for point in track.points { #expect(abs((point.syllablesPerSecond ?? 4) - 4) < 0.5) }
        #expect(track.points[6].syllablesPerSecond != nil)
    }

    @Test func withLessThanTwoSecondsOfSpeakingThereIsNoPace() {
        let speech = TestAnswer.ranges((0, 1.5), (10, 20))
        let syllables = speech.flatMap { times(8, in: $0) }
        let track = PaceTrack(syllablesSeconds: syllables, speech: speech, durationSeconds: 30)
        #expect(track.points[0].syllablesPerSecond == nil)
        #expect(track.points[5].syllablesPerSecond == nil)
        #expect(track.points[15].syllablesPerSecond != nil)
        #expect(track.points[29].syllablesPerSecond == nil)
    }

    @Test func aFasterPartIsFaster() throws {
        let speech = TestAnswer.ranges((0, 30))
        let syllables =
            times(45, in: TimeRange(startSeconds: 0, endSeconds: 15))
            + times(90, in: TimeRange(startSeconds: 15, endSeconds: 30))
        let track = PaceTrack(syllablesSeconds: syllables, speech: speech, durationSeconds: 30)
        #expect(abs(try #require(track.points[5].syllablesPerSecond) - 3) < 0.3)
        #expect(abs(try #require(track.points[25].syllablesPerSecond) - 6) < 0.3)
    }

    @Test func leavesOutWhatLiesOutsideTheSpeechOrIsNoNumber() {
        let speech = TestAnswer.ranges((0, 4))
        let syllables = times(16, in: speech[0]) + [.nan, 4.5, 6, -1, .infinity]
        let track = PaceTrack(syllablesSeconds: syllables, speech: speech, durationSeconds: 8)
        #expect(abs((track.points[2].syllablesPerSecond ?? 0) - 4) < 1e-9)
        for seconds in [0, -1, Double.nan] {
            #expect(PaceTrack(syllablesSeconds: [1], speech: speech, durationSeconds: seconds).points.isEmpty)
        }
    }

    @Test func aReportTellsItsRuns() {
        let speech = TestAnswer.ranges((1, 3), (3.2, 7), (9, 13))
        let report = DeliveryReport(
            words: [], speech: speech, syllables: [], quality: TestAnswer.quality(seconds: 15))
        #expect(report.runs.count == 2)
        for (run, expected) in zip(report.runs, TestAnswer.ranges((1, 7), (9, 13))) {
            #expect(abs(run.startSeconds - expected.startSeconds) < 1e-9)
            #expect(abs(run.endSeconds - expected.endSeconds) < 1e-9)
        }
        let silent = DeliveryReport(
            words: [], speech: [], syllables: [], quality: TestAnswer.quality(seconds: 15))
        #expect(silent.runs.isEmpty)
        #expect(PaceTrack(silent, syllablesSeconds: []).points.count == 15)
    }
}
