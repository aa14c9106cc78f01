import Testing

@testable import Signal

/// Edges in tracks that are made frame by frame: speech from 100 to 200 in a silence of 400 frames.
@Suite struct SpeechEdgesTests {
    /// Powers of each of the 16 bands: nothing but noise; speech; 20 dB under it; at the limit of what belongs to it, which is
    /// too weak for a burst.
    private static let noise: Float = 1e-8
    private static let voice: Float = 1e-3
    private static let weak: Float = 1e-5
    private static let faint: Float = 3.2e-6

    /// Speech in frames 100..<200 with sounds around it.
    private func track(_ sounds: [(Range<Int>, Float)], speech: [Range<Int>] = [100..<200]) -> BandTrack {
        var powers = [Float](repeating: Self.noise, count: 400)
        for (range, power) in speech.map({ ($0, Self.voice) }) + sounds {
            for frame in range { powers[frame] = power }
        }
        var track = BandTrack()
        for power in powers { track.append(BandSpectrum.Bands(repeating: power)) }
        return track
    }

    private func end(with sounds: (Range<Int>, Float)...) -> Int? {
        SpeechEdges(track(sounds)).widened([100..<200]).first?.upperBound
    }

    @Test func inSilenceEdgesStay() {
        #expect(SpeechEdges(track([])).widened([100..<200]) == [100..<200])
    }

    @Test func aWeakEndBelongsToTheSpeech() {
        #expect(end(with: (200..<208, Self.weak)) == 208)
        #expect(end(with: (200..<208, Self.faint)) == 208)
        #expect(end(with: (200..<220, Self.weak)) == 220)
    }

    @Test func aWeakBeginningBelongsToTheSpeech() {
        let edges = SpeechEdges(track([(92..<100, Self.weak)]))
        #expect(edges.widened([100..<200]) == [92..<200])
    }

    @Test func whatGoesOnForLongerIsBreath() {
        #expect(end(with: (200..<221, Self.weak)) == 200)
        #expect(end(with: (200..<300, Self.weak)) == 200)
    }

    @Test func aShortBreakInsideAWeakEndDoesNotEndIt() {
        #expect(end(with: (200..<204, Self.faint), (206..<210, Self.faint)) == 210)
        #expect(end(with: (200..<204, Self.faint), (207..<211, Self.faint)) == 204)
    }

    @Test func aBurstAfterAClosureBelongsToTheSpeech() {
        #expect(end(with: (209..<213, Self.weak)) == 213)
        #expect(end(with: (215..<219, Self.weak)) == 219)
        #expect(end(with: (209..<223, Self.weak)) == 223)
    }

    @Test func noBurstIsAClickAFaintSoundABreathOrWhatComesLate() {
        #expect(end(with: (209..<211, Self.weak)) == 200)
        #expect(end(with: (209..<213, Self.faint)) == 200)
        #expect(end(with: (209..<224, Self.weak)) == 200)
        #expect(end(with: (216..<220, Self.weak)) == 200)
    }

    @Test func whatIsTooWeakBesideTheSpeechIsNone() {
        #expect(end(with: (200..<208, 1e-6)) == 200)
    }

    @Test func neighboursMayTouchButNeverOverlap() {
        let speech = [100..<200, 218..<300]
        let track = track([(200..<218, Self.weak)], speech: speech)
        #expect(SpeechEdges(track).widened(speech) == [100..<218, 218..<300])
        let near = [100..<200, 202..<300]
        #expect(SpeechEdges(self.track([], speech: near)).widened(near) == near)
    }

    @Test func withoutSpeechOrFramesThereAreNoEdges() {
        #expect(SpeechEdges(track([])).widened([]) == [])
        #expect(SpeechEdges(BandTrack()).widened([]) == [])
        #expect(SpeechEdges(BandTrack()).widened([3..<9]) == [0..<0])
        #expect(SpeechEdges(track([])).widened([380..<500]).map(\.upperBound) == [400])
    }

    @Test func aTrackKeepsLevelsToHalfADecibel() {
        var track = BandTrack()
        for power: Float in [1e-5, 0, 1000] { track.append(BandSpectrum.Bands(repeating: power)) }
        #expect(track.count == 3)
        for (band, bands) in [4, 4, 3, 3, 2].enumerated() {
            let level = Decibel.level(power: Float(bands) * 1e-5)
            #expect(abs(track.levelDB(0, band: band) - level) <= 0.26)
            #expect(track.levelDB(1, band: band) == Decibel.silence)
            #expect(track.levelDB(2, band: band) > 0)
        }
    }
}
