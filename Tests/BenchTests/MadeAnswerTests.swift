import Speech
import Testing

@testable import viva_bench

@Suite struct MadeAnswerTests {
    /// A second of sound with silence around.
    private static let sentence: [Float] = {
        let sound = (0..<16_000).map { Float($0.isMultiple(of: 2) ? 0.3 : -0.3) }
        return [Float](repeating: 0, count: 4800) + sound + [Float](repeating: 0, count: 3200)
    }()

    @Test func knowsWhereItsPausesAndItsShorterSilencesLie() {
        let answer = MadeAnswer(
            sentences: [Self.sentence, Self.sentence, Self.sentence], gapsSeconds: [0.5, 0.15])
        #expect(answer.samples.count == AudioBuffer.sample(0.5 + 3 + 0.5 + 0.15 + 0.5))
        #expect(answer.speech.map(\.startSeconds) == [0.5, 2, 3.15])
        #expect(answer.pauses == [TimeRange(startSeconds: 1.5, endSeconds: 2)])
        #expect(answer.shortGaps == [TimeRange(startSeconds: 3, endSeconds: 3.15)])
    }

    @Test(arguments: 0..<15) func aPlanHasPausesAndShorterSilences(_ number: Int) {
        let plan = MadeAnswerPlan(number: number)
        #expect(plan == MadeAnswerPlan(number: number))
        #expect(plan != MadeAnswerPlan(number: number + 1))
        #expect(plan.gapsSeconds.count == plan.sentences.count - 1)
        #expect(Set(plan.sentences).count == plan.sentences.count)
        for gap in plan.gapsSeconds {
            #expect(MadeAnswerPlan.pauses.contains(gap) || MadeAnswerPlan.shortGaps.contains(gap))
        }
        #expect(plan.gapsSeconds.contains { MadeAnswerPlan.pauses.contains($0) })
    }

    @Test func sentencesHaveNoSignAtWhichAVoicePauses() {
        for sentence in PlainSentences.all {
            #expect(!sentence.dropLast().contains { ",;:.!?–—".contains($0) }, "\(sentence)")
            #expect(sentence.hasSuffix("."))
        }
    }

    @Test func aSpokenAnswerHasItsPlannedPausesAndTheyAreFound() async throws {
        let plan = MadeAnswerPlan(number: 0)
        let answer = try await MadeAnswer(plan, by: .eSpeak("en-us"), in: "/nowhere")
        #expect((25...65).contains(AudioBuffer.seconds(answer.samples.count)))
        let planned = plan.gapsSeconds.count { $0 >= Pauses.leastSeconds }
        #expect(answer.pauses.count >= planned)
        #expect(answer.shortGaps.count == plan.gapsSeconds.count - planned)
        let found = Pauses.found(in: answer.samples)
        let score = EventScore(said: answer.pauses, found: found, by: .overlap)
        #expect(try #require(score.recall) > 0.7)
        #expect(try #require(score.precision) > 0.7)
    }

    @Test func theFiguresCountTheAnswer() {
        let answer = MadeAnswer(sentences: [Self.sentence, Self.sentence], gapsSeconds: [0.15])
        var sum = MadePauses()
        // Digital silence holds no speech, and so no pause either.
        sum.add(answer, heardAs: [Float](repeating: 0, count: answer.samples.count))
        let rows = sum.rows("x")
        #expect(rows.last?.count == 0)
        #expect(rows.last?.total == 1)
        #expect(rows.first?.total == 0)
    }
}
