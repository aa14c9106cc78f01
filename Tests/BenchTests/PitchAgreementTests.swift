import Foundation
import Signal
import Testing

@testable import viva_bench

@Suite struct PitchAgreementTests {
    @Test(arguments: [
        (100.0, true, false), (101, true, false), (99, true, false), (102, false, false), (81, false, false),
        (79, false, true), (121, false, true), (200, false, true),
    ])
    func knowsWhatIsNearAndWhatIsFarOff(hertz: Double, isNear: Bool, isGross: Bool) {
        var hits = PitchHits()
        hits.add(hertz, against: 100)
        #expect((hits.compared, hits.near, hits.gross) == (1, isNear ? 1 : 0, isGross ? 1 : 0))
    }

    @Test func aTrackKnowsTheValueNearestToATime() {
        let track = PitchTrack(startSeconds: 0.005, frequenciesHz: [100, 0, 120])
        #expect(track.hertz(at: 0.005) == 100)
        #expect(track.hertz(at: 0.009) == 100)
        #expect(track.hertz(at: 0.016) == 0)
        #expect(track.hertz(at: 0.028) == 120)
        #expect(track.hertz(at: 0.04) == nil)
        #expect(track.hertz(at: -0.1) == nil)
    }

    @Test func betweenTwoVoicedValuesItIsOnTheirLine() throws {
        let track = PitchTrack(startSeconds: 0.005, frequenciesHz: [100, 104, 0, 100, 200])
        // Half way in semitones: the root of the product.
        #expect(abs(try #require(track.hertz(at: 0.01)) - 10_400.0.squareRoot()) < 1e-6)
        #expect(abs(try #require(track.hertz(at: 0.0075)) - 100 * pow(1.04, 0.25)) < 1e-6)
        // Beside what has no voice and across an octave nothing is made up.
        #expect(track.hertz(at: 0.019) == 104)
        #expect(track.hertz(at: 0.021) == 0)
        #expect(track.hertz(at: 0.031) == 100)
        #expect(track.hertz(at: 0.039) == 100)
        #expect(track.hertz(at: 0.041) == 200)
        // Before the first value and after the last there is no line.
        #expect(track.hertz(at: 0.001) == 100)
        #expect(track.hertz(at: 0.049) == 200)
    }

    @Test func theSpreadIsThatOfVoicedValuesInSemitones() throws {
        let octave = (0..<300).map { [100.0, 0, 200][$0 % 3] }
        #expect(abs(try #require(PitchTrack.spreadSemitones(octave, step: 0.01)) - 6) < 1e-9)
        #expect(PitchTrack.spreadSemitones([Double](repeating: 100, count: 99), step: 0.01) == nil)
        #expect(PitchTrack.spreadSemitones([], step: 0.01) == nil)
    }

    @Test func comparesEachOfPraatsValues() {
        let track = PitchTrack(frequenciesHz: [100, 100, 0, 0, 0, 300, 150])
        let peer = PeerDelivery.Contour(start: 0.001, step: 0.01, values: [100, 101, 100, 0, 0, 100, 0, 100])
        var agreement = PitchAgreement()
        agreement.add(track, against: peer)
        #expect(agreement.rows.map(\.count) == [2, 1, 3, 1, 5, nil])
        #expect(agreement.rows.map(\.total) == [3, 3, 4, 3, 7, 0])
        #expect(agreement.rows.last?.value == nil)
    }

    @Test func comparesTheSpreadOfRecordingsWithASecondOfVoice() throws {
        var agreement = PitchAgreement()
        let octave = (0..<200).map { [100.0, 200][$0 % 2] }
        agreement.add(
            PitchTrack(frequenciesHz: octave.map(Float.init)),
            against: PeerDelivery.Contour(start: 0, step: 0.01, values: octave.map { _ in 140 }))
        #expect(agreement.rows.last?.total == 1)
        #expect(abs(try #require(agreement.rows.last?.value) - 6) < 1e-4)
    }
}
