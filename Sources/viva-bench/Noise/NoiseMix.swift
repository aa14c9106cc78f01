import Signal
import Speech

/// Recordings with noise over them, as loud as a given distance below their speech.
enum NoiseMix {
    /// Where somebody speaks in a clean recording.
    static func speech(in samples: [Float]) -> [TimeRange] {
        var segmenter = Segmenter()
        _ = segmenter.process(AudioBuffer(samples: samples))
        _ = segmenter.finish()
        return segmenter.speech
    }

    /// The recording with noise that is `signalToNoiseDB` below what its speech has on average; quieter as a whole where
    /// it would clip.
    ///
    /// - Returns: `nil` when the stretches of speech hold no sound.
    static func noisy(
        _ samples: [Float], speech: [TimeRange], signalToNoiseDB: Double, noise colour: MadeNoise = .white,
        seed: UInt64 = 1
    ) -> [Float]? {
        let spoken = speech.flatMap { range in
            let from = min(samples.count, max(0, AudioBuffer.sample(range.startSeconds)))
            let to = min(samples.count, max(from, AudioBuffer.sample(range.endSeconds)))
            return samples[from..<to]
        }
        guard let level = SoundLevel.of(spoken) else { return nil }
        var random = SplitMix64(seed: seed)
        let noise = SoundLevel.at(level - signalToNoiseDB, colour.samples(samples.count, &random))
        let mixed = zip(samples, noise).map { $0 + $1 }
        let peak = mixed.reduce(0) { max($0, abs($1)) }
        return peak > 1 ? mixed.map { $0 / peak } : mixed
    }
}
