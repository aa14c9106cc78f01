import Delivery
import Evaluation
import FoundationEssentials
import Interview
import Practice
import Signal
import Speech
import Testing

/// What an interview knows of how the candidate usually speaks.
@Suite struct EarlierDeliveryTests {
    private let date = Date(timeIntervalSince1970: 1_000)
    private let question = Question(
        id: "one", text: "Why?", kind: .technical, category: "test", level: .mid, keyPoints: [])

    /// An answer at a pace.
    private func analysis(wordsPerMinute: Double) -> AnswerAnalysis {
        let quality = RecordingQuality(
            durationSeconds: 60, speechSeconds: 60, peakDBFS: -3, speechLevelDBFS: -24, noiseLevelDBFS: -60,
            signalToNoiseDB: 36, clippedShare: 0, problems: [])
        var analysis = AnswerAnalysis(
            transcript: Transcript(recognizer: "a script"),
            speech: [TimeRange(startSeconds: 0, endSeconds: 60)], syllables: [], quality: quality)
        analysis.delivery.wordsPerMinute = Figure(wordsPerMinute, .wordsPerMinute)
        return analysis
    }

    /// An interview with a question for each list of paces, one for each take; `nil` is a typed take.
    private func interview(_ answers: [[Double?]]) throws -> Interview {
        var interview = Interview(id: "a", plan: InterviewPlan(seed: 1), startedAt: date)
        for takes in answers {
            try interview.handle(.chose(question: question, followUp: nil, reason: ""))
            try interview.handle(.asked(recording: nil))
            for (index, pace) in takes.enumerated() {
                if index > 0 { try interview.handle(.triedAgain) }
                let analysis = pace.map(analysis)
                let source: Take.Source =
                    analysis == nil ? .typed(text: "Because.") : .spoken(recording: "answers/x.wav")
                try interview.handle(.received(source, at: date))
                let answer = analysis.map { JudgedAnswer(spoken: $0) } ?? JudgedAnswer(typed: "Because.")
                try interview.handle(
                    .judged(analysis, RubricEvaluator().evaluate(answer, against: question.rubric)))
            }
        }
        return interview
    }

    @Test func theAnswersBeforeTheCurrentQuestionAreUsual() throws {
        let interview = try interview([[100], [120], [130], [200]])
        #expect(interview.earlierDelivery.usual(.pace) == 120)
    }

    @Test func ofSeveralTakesTheLastCountsAndTypedAnswersDoNot() throws {
        let taken = try interview([[100], [300, 125], [130], [nil], [200]])
        #expect(taken.earlierDelivery.usual(.pace) == 125)
        let typed = try interview([[100], [120], [nil], [200]])
        #expect(typed.earlierDelivery.usual(.pace) == nil, "Two answers make nothing usual.")
    }

    @Test func anInterviewThatBeginsHasNoEarlierAnswers() throws {
        #expect(try interview([]).earlierDelivery.usual(.pace) == nil)
        #expect(try interview([[100]]).earlierDelivery.usual(.pace) == nil)
    }
}
