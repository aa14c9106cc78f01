import Foundation
import Speech
import Testing

@testable import viva_bench

@Suite struct NoiseMixTests {
    /// A second of a tone at -20 dBFS between two seconds of nothing.
    private static let tone: [Float] = {
        let samples = (0..<16_000).map { Float(sin(Double($0) * 0.3)) }
        let quiet = [Float](repeating: 0, count: 16_000)
        return quiet + SoundLevel.at(-20, samples) + quiet
    }()

    private static let spoken = [TimeRange(startSeconds: 1, endSeconds: 2)]

    @Test(arguments: [0.0, 5, 20])
    func noiseIsAsFarBelowTheSpeechAsAsked(_ distance: Double) throws {
        let mixed = try #require(
            NoiseMix.noisy(Self.tone, speech: Self.spoken, signalToNoiseDB: distance))
        #expect(mixed.count == Self.tone.count)
        // The quiet second holds nothing but the noise.
        let noise = try #require(SoundLevel.of(mixed[0..<16_000]))
        #expect(abs(noise - (-20 - distance)) < 0.2)
    }

    @Test func quietAroundTheSpeechDoesNotCount() throws {
        let longer = [Float](repeating: 0, count: 160_000) + Self.tone
        let later = [TimeRange(startSeconds: 11, endSeconds: 12)]
        let mixed = try #require(NoiseMix.noisy(longer, speech: later, signalToNoiseDB: 5))
        #expect(abs(try #require(SoundLevel.of(mixed[0..<160_000])) + 25) < 0.2)
    }

    @Test func whatWouldClipIsMadeQuieterAsAWhole() throws {
        let loud = SoundLevel.at(-1, Self.tone)
        let mixed = try #require(NoiseMix.noisy(loud, speech: Self.spoken, signalToNoiseDB: 0))
        #expect((mixed.map(abs).max() ?? 0) <= 1)
        let quiet = try #require(SoundLevel.of(mixed[0..<16_000]))
        let speech = try #require(SoundLevel.of(mixed[16_000..<32_000]))
        // The speech and as much noise are 3 dB above the noise alone.
        #expect(abs(speech - quiet - 3) < 0.3)
    }

    @Test func aRecordingWithoutSpeechCannotBeMixed() {
        #expect(NoiseMix.noisy(Self.tone, speech: [], signalToNoiseDB: 5) == nil)
        let beyond = [TimeRange(startSeconds: 9, endSeconds: 10)]
        #expect(NoiseMix.noisy(Self.tone, speech: beyond, signalToNoiseDB: 5) == nil)
        #expect(NoiseMix.noisy([], speech: Self.spoken, signalToNoiseDB: 5) == nil)
    }

    @Test func theSameRecordingGetsTheSameNoise() {
        let mixed = (0..<2).map { _ in
            NoiseMix.noisy(Self.tone, speech: Self.spoken, signalToNoiseDB: 5)
        }
        #expect(mixed[0] == mixed[1])
    }
}
