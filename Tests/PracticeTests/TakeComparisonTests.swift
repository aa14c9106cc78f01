import Delivery
import Evaluation
import FoundationEssentials
import Interview
import Practice
import Signal
import Speech
import Testing

/// What changed from one attempt at an answer to the next.
@Suite struct TakeComparisonTests {
    private let rubric = Rubric(
        question: "Why?", keyPoints: [KeyPoint(id: "a", statement: "It is quick.")], kind: .technical)

    /// A take of `count` words, each `stepSeconds` long, every so manieth of them an "um".
    private func take(
        number: Int, count: Int = 100, stepSeconds: Double, fillerEvery: Int
    ) throws -> Take {
        let words = (0..<count).map { place in
            Word(
                text: place % fillerEvery == 1 ? "um" : "word",
                time: TimeRange(
                    startSeconds: Double(place) * stepSeconds, endSeconds: Double(place + 1) * stepSeconds),
                confidence: 0.9)
        }
        let speech = [TimeRange(startSeconds: 0, endSeconds: Double(count) * stepSeconds)]
        var meter = QualityMeter()
        for buffer in TestAudio.buffers(TestAudio.room(seconds: 1)) { meter.process(buffer) }
        let analysis = AnswerAnalysis(
            transcript: Transcript(segments: [.init(time: speech[0], words: words)], recognizer: "a script"),
            speech: speech, syllables: [], quality: meter.quality(speech: speech))
        var take = Take(
            number: number, source: .spoken(recording: "answers/x.wav"),
            receivedAt: Date(timeIntervalSince1970: 1_000))
        take.progress = .judged(
            analysis: analysis,
            evaluation: RubricEvaluator().evaluate(JudgedAnswer(spoken: analysis), against: rubric))
        return take
    }

    private func change(_ name: String, _ comparison: TakeComparison) -> TakeComparison.Change? {
        comparison.changes.first { $0.name == name }
    }

    @Test func figuresHaveUnitsAndSayWhichWayIsBetter() throws {
        let comparison = try #require(
            TakeComparison(
                from: try take(number: 1, stepSeconds: 0.2, fillerEvery: 5),
                to: try take(number: 2, stepSeconds: 0.45, fillerEvery: 20)))
        let pace = try #require(change("pace", comparison))
        #expect(pace.unit == "words a minute" && pace.direction == .less && pace.isBetter == true)
        let fillers = try #require(change("fillers", comparison))
        #expect(fillers.unit == "in 100 words" && fillers.isBetter == true)
        #expect(try #require(fillers.before) > (try #require(fillers.after)))
        #expect(change("level", comparison)?.direction == nil)
        #expect(comparison.changes.first?.name == "overall score")
        #expect(change("clarity", comparison)?.unit == "")
    }

    @Test func aGoodPaceIsNeitherBetterNorWorseWhenItChanges() throws {
        let comparison = try #require(
            TakeComparison(
                from: try take(number: 1, stepSeconds: 0.5, fillerEvery: 20),
                to: try take(number: 2, stepSeconds: 0.45, fillerEvery: 20)))
        #expect(change("pace", comparison)?.direction == nil)
        #expect(change("pace", comparison)?.isBetter == nil)
    }

    @Test func atMostSixFiguresOfTheDeliveryAreCompared() throws {
        let comparison = try #require(
            TakeComparison(
                from: try take(number: 1, stepSeconds: 0.2, fillerEvery: 5),
                to: try take(number: 2, stepSeconds: 0.45, fillerEvery: 20)))
        let scores = comparison.changes.prefix { $0.unit.isEmpty }
        #expect((3...6).contains(comparison.changes.count - scores.count))
        #expect(Set(comparison.changes.map(\.name)).count == comparison.changes.count)
    }

    @Test func typedTakesHaveScoresAlone() throws {
        let takes = [1, 2].map { number in
            var take = Take(
                number: number, source: .typed(text: "It is quick."),
                receivedAt: Date(timeIntervalSince1970: 1_000))
            take.progress = .judged(
                analysis: nil,
                evaluation: RubricEvaluator().evaluate(JudgedAnswer(typed: "It is quick."), against: rubric))
            return take
        }
        let comparison = try #require(TakeComparison(from: takes[0], to: takes[1]))
        #expect(comparison.changes.allSatisfy { $0.unit.isEmpty && $0.isBetter == nil })
    }
}
