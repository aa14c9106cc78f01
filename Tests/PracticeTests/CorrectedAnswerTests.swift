import Delivery
import Evaluation
import FoundationEssentials
import Interview
import Practice
import Signal
import Speech
import Testing

@Suite struct CorrectedAnswerTests {
    private static let rubric = Rubric(
        question: "Why is a query slow?",
        keyPoints: [KeyPoint(id: "index", statement: "An index", variants: ["index"])], kind: .technical,
        expectedDurationSeconds: 60)

    /// Forty words in sixteen seconds, of which half are probably wrong.
    private func take() throws -> Take {
        let words = (0..<40).map { place in
            let start = Double(place) * 0.4
            return Word(
                text: "word", time: TimeRange(startSeconds: start, endSeconds: start + 0.4), confidence: 0.5)
        }
        let speech = [TimeRange(startSeconds: 0, endSeconds: 16)]
        var meter = QualityMeter()
        for buffer in TestAudio.buffers(TestAudio.room(seconds: 1)) { meter.process(buffer) }
        let analysis = AnswerAnalysis(
            transcript: Transcript(segments: [.init(time: speech[0], words: words)], recognizer: "a script"),
            speech: speech, syllables: [], quality: meter.quality(speech: speech))
        var take = Take(number: 1, source: .spoken(recording: "answers/x.wav"), receivedAt: Date())
        take.progress = .judged(
            analysis: analysis,
            evaluation: RubricEvaluator().evaluate(JudgedAnswer(spoken: analysis), against: Self.rubric))
        return take
    }

    @Test func theWordsAreTheSpeakersAndTheDeliveryIsWhatWasMeasured() throws {
        let take = try take()
        let answer = JudgedAnswer(take, correctedAs: "The query is slow because an index is missing there.")
        let heard = JudgedAnswer(spoken: take.analysis)
        #expect(answer.hearing.source == .spoken && answer.hearing.level == .good)
        #expect(answer.delivery == heard.delivery && answer.delivery != nil)
        #expect(answer.durationSeconds == heard.durationSeconds)
        let evaluation = RubricEvaluator().evaluate(answer, against: Self.rubric)
        #expect(evaluation.keyPoints.map(\.isCovered) == [true])
        #expect(try #require(evaluation.overall) > take.evaluation?.overall ?? 0)
    }

    @Test func aTypedAnswerStaysTyped() {
        let take = Take(number: 1, source: .typed(text: "An indx."), receivedAt: Date())
        let answer = JudgedAnswer(take, correctedAs: "An index.")
        #expect(answer == JudgedAnswer(typed: "An index."))
    }
}
