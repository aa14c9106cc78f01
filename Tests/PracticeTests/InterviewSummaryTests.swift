import Delivery
import Evaluation
import FoundationEssentials
import Interview
import Practice
import Signal
import Speech
import Testing

/// The delivery of a whole interview, from the figures of its answers.
@Suite struct InterviewSummaryTests {
    private let date = Date(timeIntervalSince1970: 1_000)

    /// An answer of `texts`, one word in `stepSeconds`, with speech for `share` of each step's time in two halves of
    /// the answer: sound, a long pause, sound.
    private func analysis(_ texts: [String], stepSeconds: Double, share: Double) -> AnswerAnalysis {
        let seconds = Double(texts.count) * stepSeconds
        let words = texts.enumerated().map { index, text in
            Word(
                text: text,
                time: TimeRange(
                    startSeconds: Double(index) * stepSeconds, endSeconds: Double(index + 1) * stepSeconds),
                confidence: 0.9)
        }
        let half = seconds * share / 2
        let speech = [
            TimeRange(startSeconds: 0, endSeconds: half),
            TimeRange(startSeconds: seconds - half, endSeconds: seconds),
        ]
        var meter = QualityMeter()
        for buffer in TestAudio.buffers(TestAudio.room(seconds: 1)) { meter.process(buffer) }
        return AnswerAnalysis(
            transcript: Transcript(
                segments: [
                    .init(time: TimeRange(startSeconds: 0, endSeconds: seconds), words: words)
                ], recognizer: "a script"),
            speech: speech, syllables: [], quality: meter.quality(speech: speech))
    }

    private func summary(_ analyses: [AnswerAnalysis]) throws -> InterviewSummary {
        var interview = Interview(id: "a", plan: InterviewPlan(seed: 1), startedAt: date)
        for (index, analysis) in analyses.enumerated() {
            let question = Question(
                id: "\(index)", text: "Why?", kind: .technical, category: "test", level: .mid, keyPoints: [])
            try interview.handle(.chose(question: question, followUp: nil, reason: ""))
            try interview.handle(.asked(recording: nil))
            try interview.handle(.received(.spoken(recording: "answers/x.wav"), at: date))
            let evaluation = RubricEvaluator().evaluate(
                JudgedAnswer(spoken: analysis), against: question.rubric)
            try interview.handle(.judged(analysis, evaluation))
        }
        return InterviewSummary(of: interview)
    }

    @Test func paceAndFillersAreThoseOfAllAnswersTogether() throws {
        // 60 words in 60 s, half of it pauses, six of them filled pauses; 60 words in 20 s without any pause.
        let slow = analysis(
            (0..<60).map { $0 % 10 == 5 ? "um" : "word" }, stepSeconds: 1, share: 0.5)
        let fast = analysis(Array(repeating: "word", count: 60), stepSeconds: 1.0 / 3, share: 1)
        #expect(slow.delivery.fillers.count == 6)
        let both = try summary([slow, fast])
        let pace = try #require(both.wordsPerMinute)
        let fillers = try #require(both.fillersPerMinute)
        #expect(abs(pace - (54 + 60) / (80.0 / 60)) < 0.01)
        #expect(abs(fillers - 6 / (80.0 / 60)) < 0.01)
    }

    @Test func oneAnswerHasItsOwnRates() throws {
        let one = analysis((0..<60).map { $0 % 10 == 5 ? "um" : "word" }, stepSeconds: 1, share: 0.5)
        let summary = try summary([one])
        let pace = try #require(one.delivery.wordsPerMinute.value)
        let fillers = try #require(one.delivery.fillersPerMinute.value)
        #expect(abs(try #require(summary.wordsPerMinute) - pace) < 0.001)
        #expect(abs(try #require(summary.fillersPerMinute) - fillers) < 0.001)
    }

    @Test func answersTooShortForARateDoNotCount() throws {
        let short = analysis(["yes"], stepSeconds: 0.5, share: 1)
        #expect(try summary([short]).wordsPerMinute == nil)
        #expect(try summary([short]).fillersPerMinute == nil)
    }

    @Test func deliveryIsRatedAndHabitsAreNamedWithTheirAnswers() throws {
        let steady = analysis(Array(repeating: "word", count: 60), stepSeconds: 0.5, share: 1)
        let full = analysis(
            (0..<60).map { $0 % 4 == 1 ? "um" : "word" }, stepSeconds: 0.5, share: 1)
        let feedback = try #require(try summary([steady, full]).feedback)
        let fillers = try #require(feedback.areas.first { $0.topic == DeliveryTheme.fillers.rawValue })
        #expect(fillers.answers == [2])
        #expect(fillers.text.hasPrefix("Fillers (1 of 2 spoken answers): "), "\(fillers.text)")
        #expect(feedback.tips.contains { $0.topic == "fillers" && $0.answers == [2] })
        #expect(feedback.plan.steps.contains { $0.minutes == 10 })
        let both = try #require(feedback.deliverySteadiness)
        let alone = try #require(try summary([steady]).feedback?.deliverySteadiness)
        #expect(alone > both)
        #expect(abs(try #require(feedback.hearing.leastWordConfidence) - 0.9) < 1e-9)
    }

    @Test func answersOfWhichNothingWasHeardAreCountedAndNotJudged() throws {
        let silent = analysis([], stepSeconds: 0.5, share: 0)
        let feedback = try #require(try summary([silent]).feedback)
        #expect(feedback.hearing.notHeardCount == 1 && feedback.hearing.needsReviewCount == 1)
        #expect(feedback.strengths.isEmpty && feedback.areas.isEmpty)
        #expect(feedback.ratings.delivery == nil)
        #expect(feedback.plan.steps.map(\.questionIDs) == [["0"]])
    }

    @Test func whoSpeaksSlowlyIsNotToldToSlowDown() throws {
        let words = Array(repeating: "word", count: 60)
        let slow = try summary([analysis(words, stepSeconds: 0.8, share: 1)])
        let fast = try summary([analysis(words, stepSeconds: 0.25, share: 1)])
        let tip = { (summary: InterviewSummary) in
            summary.feedback?.tips.first { $0.topic == DeliveryTheme.pace.rawValue }?.text ?? ""
        }
        #expect(tip(slow).contains("until it flows"))
        #expect(tip(fast).contains("stop for one full breath"))
    }
}
