import Testing

@testable import viva_bench

@Suite struct PartSpeedsTests {
    @Test func everyPartAndAllTogetherHaveASpeed() async throws {
        let recordings = [1.0, 0.5].map { seconds in
            DeliveryRecording(
                known: BenchRecording(unknown: "/nowhere/a.wav"),
                samples: MadeSound.music.samples(seconds: seconds),
                peer: nil)
        }
        let rows = try await PartSpeeds.rows(recordings)
        #expect(Set(rows.map(\.subject)).count == 6)
        #expect(rows.allSatisfy { ($0.value ?? 0) > 0 && $0.total == 2 })
    }

    @Test func withoutRecordingsThereIsNoSpeed() async throws {
        #expect(try await PartSpeeds.rows([]).allSatisfy { $0.value == nil })
    }
}
