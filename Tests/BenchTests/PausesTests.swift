import Speech
import Testing

@testable import viva_bench

@Suite struct PausesTests {
    private func ranges(_ times: [(Double, Double)]) -> [TimeRange] {
        times.map { TimeRange(startSeconds: $0.0, endSeconds: $0.1) }
    }

    @Test func gapsOfAQuarterOfASecondArePauses() {
        let words = ranges([(0, 1), (1.125, 2), (2.25, 3), (3, 4), (5, 6)])
        #expect(Pauses.between(words) == ranges([(2, 2.25), (4, 5)]))
        #expect(Pauses.between([]) == [])
    }

    @Test func nobodyPausesWhereNobodySpeaks() {
        #expect(Pauses.found(in: MadeSound.quietNoise.samples(seconds: 3)) == [])
        #expect(Pauses.found(in: []) == [])
    }

    @Test func aScoreTellsEdgesFromOverlapAndWhereEdgesLie() {
        var score = PauseScore(collarSeconds: 0.05)
        score.add(said: ranges([(1, 2), (5, 6)]), found: ranges([(1.02, 1.96), (5.2, 6), (8, 9)]))
        let rows = score.rows(.made, "x")
        #expect(rows.map(\.count) == [1, 1, 2, 2, 2, 4, nil, nil])
        #expect(rows.map(\.total) == [3, 2, 5, 3, 2, 5, 2, 2])
        #expect(rows[0].measure == "precision, edges within 50 ms")
        #expect(abs((rows[6].value ?? 0) - 110) < 1e-6)
        #expect(abs((rows[7].value ?? 0) + 20) < 1e-6)
    }

    @Test func scoresAddUp() {
        var sum = PauseScore(collarSeconds: 0.05)
        for _ in 0..<2 {
            var score = PauseScore(collarSeconds: 0.05)
            score.add(said: ranges([(1, 2)]), found: ranges([(1.2, 2)]))
            sum.add(score)
        }
        #expect((sum.byEdges.right, sum.byOverlap.right, sum.byOverlap.said) == (0, 2, 2))
        #expect(sum.rows(.made, "x")[6].total == 2)
    }

    @Test func recordingsAreComparedWithWhatIsKnownOfThem() throws {
        var known = BenchRecording(unknown: "/nowhere/a.wav")
        known.words = [
            TimedWord(text: "so", time: TimeRange(startSeconds: 0, endSeconds: 1)),
            TimedWord(text: "yes", time: TimeRange(startSeconds: 1.5, endSeconds: 2)),
        ]
        let samples = MadeSound.silence.samples(seconds: 9)
        let alone = RealPauses.rows([DeliveryRecording(known: known, samples: samples, peer: nil)])
        #expect(Set(alone.map(\.subject)) == ["Viva against TextGrids, recordings: 1"])
        #expect(alone.first { $0.measure == "recall, overlap" }?.total == 1)

        let peer = PeerDelivery.Recording(
            pitch: nil, intensity: nil, nuclei: [], speech: [[0.1, 1], [1.45, 2], [4, 5]])
        let rows = RealPauses.rows([DeliveryRecording(known: known, samples: samples, peer: peer)])
        #expect(Set(rows.map(\.subject)).count == 3)
        let silero = rows.filter { $0.subject.hasPrefix("Silero VAD") }
        #expect(silero.first { $0.measure == "recall, overlap" }?.count == 1)
        #expect(silero.first { $0.measure == "precision, overlap" }?.total == 2)

        let short = DeliveryRecording(
            known: BenchRecording(unknown: "/nowhere/b.wav"), samples: Array(samples.prefix(16_000)),
            peer: peer)
        #expect(RealPauses.rows([short]) == [])
    }
}
