import Speech
import Testing

@testable import viva_bench

@Suite struct PeerDeliveryTests {
    private let output = """
        {"name": "Praat 6", "recordings": [
          {"seconds": 1, "pitch": {"start": 0.02, "step": 0.01, "values": [0.0, 104.2]},
           "intensity": {"start": 0.07, "step": 0.01, "values": [61.2]}, "nuclei": [0.25], "speech": [[0, 0.5], [0.75, 1]]},
          {"seconds": 0.01, "pitch": null, "intensity": null, "nuclei": [], "speech": []}]}
        """

    @Test func readsWhatWasMeasuredOfEachRecording() throws {
        let peer = try PeerDelivery(output: output, count: 2)
        #expect(peer.name == "Praat 6")
        let first = peer.recordings[0]
        #expect(first.pitch?.values == [0, 104.2])
        #expect(abs((first.pitch?.seconds(1) ?? 0) - 0.03) < 1e-9)
        #expect(first.nuclei == [0.25])
        #expect(
            first.speechTimes == [
                TimeRange(startSeconds: 0, endSeconds: 0.5), TimeRange(startSeconds: 0.75, endSeconds: 1),
            ])
        #expect(peer.recordings[1].pitch == nil)
    }

    @Test func theOutputHasToTellOfEveryRecording() {
        #expect(throws: PeerFailure.self) { try PeerDelivery(output: output, count: 3) }
        #expect(throws: (any Error).self) { try PeerDelivery(output: "Traceback", count: 1) }
    }
}
