import Delivery
import Speech
import Testing

@testable import Drawing

@Suite struct AnswerTimelineTests {
    private let word = DrawnAnswer.word

    @Test func keepsEverythingInsideTheRecordingAndFinite() {
        let words = [
            word("before", -2, -1), word("early", -0.5, 0.5), word("late", 9.5, 12), word("behind", 11, 12),
            word("never", .nan, 1), word("", 2, 3), word("endless", 3, .infinity),
        ]
        var analysis = DrawnAnswer.analysis(
            words: words, speech: [TimeRange(startSeconds: 1, endSeconds: 12)], seconds: 10,
            contours: AnswerContours(
                levelsDBFS: [.nan, 12, -500], pitchesHz: [.nan, -3, 0, .infinity, nil],
                syllablesSeconds: [.nan, 2]))
        analysis.delivery.pauses.append(TimeRange(startSeconds: .nan, endSeconds: .nan))
        let timeline = AnswerTimeline(analysis)
        #expect(timeline.words.map(\.text) == ["early", "late"])
        #expect(timeline.words.map(\.time.startSeconds) == [0, 9.5])
        #expect(timeline.words.map(\.time.endSeconds) == [0.5, 10])
        #expect(timeline.speech == [TimeRange(startSeconds: 1, endSeconds: 10)])
        #expect(timeline.pauses.isEmpty)
        #expect(timeline.levelsDBFS == [-120, 0, -120])
        #expect(timeline.pitch == nil)
    }

    @Test func aWordKnowsWhatItIsPartOf() {
        let words = [
            word("i", 1, 1.3), word("um", 1.3, 1.6), word("i", 1.6, 1.9), word("guess", 1.9, 2.2),
            word("it", 2.2, 2.5), word("it", 2.5, 2.8), word("works", 2.8, 3.1),
        ]
        let timeline = AnswerTimeline(
            DrawnAnswer.analysis(
                words: words, speech: [TimeRange(startSeconds: 1, endSeconds: 3.1)], seconds: 4))
        #expect(
            timeline.words.map(\.mark) == [.repetition, .filledPause, .hedge, .hedge, .repetition, nil, nil])
        #expect(timeline.marks.map(\.kind) == [.repetition, .filledPause, .hedge, .repetition])
    }

    @Test func aWordBesideAFillerIsNone() {
        // The end of the filler lies behind the next word's beginning, as times found in the sound may.
        let words = [word("well", 0, 0.4), word("um", 1, 1.4), word("then", 1.3, 1.7)]
        let timeline = AnswerTimeline(
            DrawnAnswer.analysis(
                words: words, speech: [TimeRange(startSeconds: 0, endSeconds: 2)], seconds: 2))
        #expect(timeline.words.last?.mark == nil)
    }

    @Test func anAnswerOfUnknownLengthIsAsLongAsItsWords() {
        var analysis = DrawnAnswer.oneWord
        analysis.delivery.durationSeconds = .nan
        #expect(AnswerTimeline(analysis).durationSeconds == 1)
        analysis.delivery.durationSeconds = 1e12
        #expect(AnswerTimeline(analysis).durationSeconds == AnswerTimeline.longestSeconds)
    }

    @Test(arguments: [(1e19, 30.0), (0.8, 1e5), (0.8, 1e7), (-1e19, 1e20)])
    func aDamagedReportIsDrawnAsFarAsItLiesInTheRecording(latency: Double, speaking: Double) {
        var analysis = DrawnAnswer.long(seconds: 41)
        analysis.delivery.responseLatencySeconds = Figure(latency, .seconds)
        analysis.delivery.speakingSeconds = speaking
        let timeline = AnswerTimeline(analysis)
        #expect(timeline.speech.allSatisfy { $0.startSeconds >= 0 && $0.endSeconds <= 41 })
        let paces = timeline.pace?.values ?? []
        #expect(paces.count <= 41)
        #expect(paces.allSatisfy { $0?.isFinite ?? true })
    }

    @Test(arguments: [
        (99.4, "99 a minute: slower"), (99.6, "100 a minute: within"), (165.3, "165 a minute: within"),
    ])
    func tellsThePaceAsItIsJudged(pace: Double, text: String) {
        var analysis = DrawnAnswer.long(seconds: 41)
        analysis.delivery.wordsPerMinute = Figure(pace, .wordsPerMinute)
        #expect(TimelineSummary(timeline: AnswerTimeline(analysis)).text.contains(text))
    }

    @Test func saysWhatIsMissing() {
        var analysis = DrawnAnswer.long(seconds: 41)
        #expect(AnswerTimeline(analysis).notes == [])
        analysis.contours = nil
        #expect(AnswerTimeline(analysis).notes.count == 1)
        analysis.delivery.disfluencies = nil
        #expect(AnswerTimeline(analysis).soughtKinds == [.filledPause, .lexical, .hedge])
        let wordless = DrawnAnswer.analysis(
            speech: [TimeRange(startSeconds: 1, endSeconds: 9)], seconds: 10,
            contours: AnswerContours(levelsDBFS: [-20], pitchesHz: [100], syllablesSeconds: []))
        #expect(AnswerTimeline(wordless).notes == ["No words were understood."])
        #expect(AnswerTimeline(DrawnAnswer.empty).notes == ["The recording holds no audio."])
    }

    @Test func theMelodyIsMeasuredFromItsMedian() throws {
        let pitch = try #require(TimelinePitch(pitchesHz: [nil, 100, 200, 50, .nan, 100]))
        #expect(pitch.medianHz == 100)
        #expect(pitch.semitones == [nil, 0, 12, -12, nil, 0])
        #expect(abs(pitch.hertz(at: 12) - 200) < 1e-9)
    }

    @Test func theWholeAnswersPaceLiesAtItsWordsAMinute() throws {
        let analysis = DrawnAnswer.long(seconds: 60)
        let pace = try #require(AnswerTimeline(analysis).pace)
        let words = try #require(analysis.delivery.wordsPerMinute.value)
        #expect(pace.unit == .wordsPerMinute)
        let values = pace.values.compactMap(\.self)
        #expect(values.count > 40)
        #expect(abs(values.reduce(0, +) / Double(values.count) - words) < words * 0.1)
    }

    @Test func withoutWordsThePaceStaysInSyllables() throws {
        let syllables = (0..<32).map { 1.1 + Double($0) / 4 }
        let analysis = DrawnAnswer.analysis(
            speech: [TimeRange(startSeconds: 1, endSeconds: 9)], seconds: 10, syllables: syllables,
            contours: AnswerContours(levelsDBFS: [], pitchesHz: [], syllablesSeconds: syllables))
        let pace = try #require(AnswerTimeline(analysis).pace)
        #expect(pace.unit == .syllablesPerSecond)
        #expect(pace.values.compactMap(\.self).allSatisfy { abs($0 - 4) < 0.5 })
    }
}
