import Delivery
import Evaluation
import Practice
import Recognition
import Signal
import Speech
import Testing

/// How well an answer was heard follows from the recogniser's confidence, as it was measured.
@Suite struct HeardAnswerTests {
    /// Opened once: it is only asked what it says of itself.
    private static let opened = Result { try PocketSphinxRecognizer() }

    private func answer(confidence: Double) throws -> JudgedAnswer {
        let recognizer = try Self.opened.get()
        let words = (0..<40).map { index in
            Word(
                text: "word",
                time: TimeRange(startSeconds: Double(index) * 0.4, endSeconds: Double(index) * 0.4 + 0.3),
                confidence: confidence)
        }
        let speech = TimeRange(startSeconds: 0, endSeconds: 16)
        var meter = QualityMeter()
        for buffer in TestAudio.buffers(TestAudio.room(seconds: 17)) { meter.process(buffer) }
        let transcript = Transcript(
            segments: [.init(time: speech, words: words)], recognizer: recognizer.name,
            expectedWordErrorRate: recognizer.expectedWordErrorRate(meanConfidence: confidence))
        return JudgedAnswer(
            spoken: AnswerAnalysis(
                transcript: transcript, speech: [speech], syllables: [],
                quality: meter.quality(speech: [speech])))
    }

    @Test(arguments: [(0.86, Hearing.Level.good), (0.75, .partial), (0.6, .poor), (0.3, .notEnough)])
    func theLevelFollowsTheExpectedErrors(confidence: Double, level: Hearing.Level) throws {
        #expect(try answer(confidence: confidence).hearing.level == level)
    }

    @Test func expectedErrorsStayWithinZeroAndOne() throws {
        let recognizer = try Self.opened.get()
        for confidence in [0.0, 0.5, 1.0] {
            let rate = try #require(recognizer.expectedWordErrorRate(meanConfidence: confidence))
            #expect((0...1).contains(rate))
        }
        #expect(ScriptedRecognizer(words: []).expectedWordErrorRate(meanConfidence: 0.5) == nil)
    }
}
