import Delivery
import Evaluation
import Interview
import InterviewTestSupport
import Signal
import Speech
import Testing

/// What all spoken answers of an interview say together about their delivery.
@Suite struct SpokenFeedbackTests {
    private let question = Question(
        id: "slow", text: "How do you find out why a query is slow?", kind: .technical, category: "databases",
        level: .mid,
        keyPoints: [
            KeyPoint(
                id: "plan", statement: "Reads the execution plan.", variants: ["read the execution plan"])
        ], expectedDurationSeconds: 60)
    private let text = "First I read the execution plan, because it shows where the time goes."

    /// A minute of speech at a pace of so many words, with pauses where they begin and as long as they are, in seconds.
    private func analysis(
        pace: Int, pauses: [(Double, Double)] = [], fillers: Int = 0
    ) -> AnswerAnalysis {
        let step = 60.0 / Double(pace)
        let words = (0..<pace).map {
            Word(
                text: $0 < fillers ? "um" : "word\($0)",
                time: TimeRange(startSeconds: Double($0) * step, endSeconds: Double($0 + 1) * step))
        }
        let starts = [0] + pauses.map { $0.0 + $0.1 }
        let speech = zip(starts, pauses.map(\.0) + [60]).map { TimeRange(startSeconds: $0, endSeconds: $1) }
        let quality = RecordingQuality(
            durationSeconds: 60, speechSeconds: 55, peakDBFS: -3, speechLevelDBFS: -24, noiseLevelDBFS: -60,
            signalToNoiseDB: 36, clippedShare: 0, problems: [])
        let whole = TimeRange(startSeconds: 0, endSeconds: 60)
        return AnswerAnalysis(
            transcript: Transcript(segments: [.init(time: whole, words: words)], recognizer: "a script"),
            speech: speech, syllables: [], quality: quality)
    }

    private func feedback(
        _ answers: [AnswerAnalysis], change: @escaping (inout Evaluation) -> Void = { _ in }
    ) throws -> InterviewFeedback {
        InterviewFeedback(
            of: try testInterview(
                answers.map { TestTurn(question, text, analysis: $0, change: change) }))
    }

    @Test func tooSlowAndTooFastAreTwoHabits() throws {
        let feedback = try feedback([80, 80, 277].map { analysis(pace: $0) })
        let paces = feedback.areas.filter { $0.topic == "pace" }
        #expect(paces.count == 2)
        #expect(paces.first?.text.contains("(2 of 3 spoken answers): You spoke 80 words a minute") == true)
        #expect(paces.first?.answers == [1, 2])
        #expect(paces.last?.text.contains("(1 of 3 spoken answers): You spoke 277 words a minute") == true)
        #expect(paces.last?.answers == [3])
        let tips = feedback.tips.filter { $0.topic == "pace" }
        #expect(tips.first?.text.hasPrefix("Rehearse the same answer aloud") == true)
        #expect(tips.first?.answers == [1, 2])
        #expect(tips.last?.text.contains("full breath") == true)
        #expect(tips.last?.answers == [3])
    }

    @Test func aFastAnswerDoesNotMakeSlowOnesFast() throws {
        // The mean of all lies in the band.
        let feedback = try feedback([80, 80, 80, 277].map { analysis(pace: $0) })
        #expect(feedback.plan.steps.contains { $0.task.hasPrefix("Rehearse the same answer aloud") })
        #expect(!feedback.plan.steps.contains { $0.task.contains("full breath") })
    }

    /// Makes one side by far the weakest.
    private func weak(_ dimension: Dimension) -> (inout Evaluation) -> Void {
        { evaluation in
            for place in evaluation.dimensions.indices {
                evaluation.dimensions[place].score =
                    evaluation.dimensions[place].dimension == dimension ? 10 : 90
            }
        }
    }

    @Test func noTwoTipsSayTheSame() throws {
        let hesitant = analysis(pace: 130, pauses: [(10, 2.5), (20, 2.5), (30, 3), (40, 2.5)])
        let pauses = try feedback([hesitant], change: weak(.completeness)).tips
        #expect(pauses.filter { $0.text.contains("three points") }.map(\.topic) == ["pauses"])
        let slow = try feedback([analysis(pace: 80)], change: weak(.communication)).tips
        #expect(slow.filter { $0.text.contains("aloud") }.map(\.topic) == ["pace"])
        let other = try feedback([hesitant], change: weak(.communication)).tips
        #expect(other.contains { $0.topic == "side.communication" })
    }

    @Test func theNextOfTheWeakestSidesHasATipWhereTheFirstIsToldAlready() throws {
        let hesitant = analysis(pace: 130, pauses: [(10, 2.5), (20, 2.5), (30, 3), (40, 2.5)])
        let tips = try feedback([hesitant]) { evaluation in
            for (place, score) in [90.0, 10, 10, 90, 90].enumerated() {
                evaluation.dimensions[place].score = score
            }
        }.tips
        #expect(tips.contains { $0.topic == "side.clarity" })
        #expect(!tips.contains { $0.topic == "side.completeness" })
    }

    @Test func fillersThatAreHardlyThereAreNotWrittenAsNone() throws {
        // Two aspects at most are named, so that the pace is to be none of them.
        var rare = analysis(pace: 220, fillers: 1)
        rare.delivery.fillersPerMinute = Figure(0.04, .perMinute)
        let said = try feedback([rare]).strengths.map(\.text)
        #expect(said.contains("Few fillers: fewer than 0.1 a minute on average."))
        #expect(!said.contains { $0.contains("0.0 a minute") })
    }
}
