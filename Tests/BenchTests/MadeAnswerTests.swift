import Speech
import Testing

@testable import viva_bench

@Suite struct MadeAnswerTests {
    /// A second of sound with silence around.
    private static let sentence: [Float] = {
        let sound = (0..<16_000).map { Float($0.isMultiple(of: 2) ? 0.3 : -0.3) }
        return [Float](repeating: 0, count: 4800) + sound + [Float](repeating: 0, count: 3200)
    }()

    /// The edges of a sound are found where the 10 ms around it reach the limit: up to 5 ms before it and after it.
    @Test func knowsWhereItsPausesAndItsShorterSilencesLie() throws {
        let answer = MadeAnswer(
            sentences: [Self.sentence, Self.sentence, Self.sentence], gapsSeconds: [0.5, 0.15])
        try #require(answer.speech.count == 3)
        for speech in answer.speech {
            #expect((1...1.0101).contains(speech.durationSeconds), "\(speech)")
        }
        // Between and around the sentences nothing is added to the silences that were asked for.
        let first = answer.speech[0]
        #expect(first.startSeconds == MadeAnswer.edgeSeconds)
        expect(answer.pauses, near: [(first.endSeconds, first.endSeconds + 0.5)])
        expect(
            answer.pauses + answer.shortGaps,
            near: zip(answer.speech, answer.speech.dropFirst()).map { ($0.endSeconds, $1.startSeconds) })
        #expect(abs((answer.shortGaps.first?.durationSeconds ?? 0) - 0.15) < 0.001)
        let spoken = answer.speech.reduce(0) { $0 + $1.durationSeconds }
        let whole = AudioBuffer.seconds(answer.samples.count)
        #expect(abs(whole - (spoken + 0.5 + 0.15 + 2 * MadeAnswer.edgeSeconds)) < 0.001)
    }

    private func expect(_ found: [TimeRange], near expected: [(Double, Double)]) {
        #expect(found.count == expected.count, "\(found)")
        for (range, (start, end)) in zip(found, expected) {
            #expect(abs(range.startSeconds - start) < 0.001, "\(range)")
            #expect(abs(range.endSeconds - end) < 0.001, "\(range)")
        }
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
