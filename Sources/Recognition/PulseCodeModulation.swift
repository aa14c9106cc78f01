import Speech

/// Makes 16-bit samples of float ones, with a little noise of its own.
///
/// PocketSphinx's front end takes logarithms of band energies, which exact zeros break; noise of one step of the
/// 16-bit scale prevents it and is far below any microphone's own. It is triangular dither (Lipshitz, Wannamaker and
/// Vanderkooy 1992, "Quantization and Dither: A Theoretical Survey") from a generator with a fixed seed, so the same
/// utterance always becomes the same samples.
struct PulseCodeModulation {
    private var generator = SplitMix64(seed: 0x5EED)

    /// A converter at the start of an utterance.
    init() {}

    /// The samples on the 16-bit scale, dithered, rounded and clipped; what is not finite becomes silence.
    mutating func convert(_ samples: [Float]) -> [Int16] {
        samples.map { sample in
            let noise = uniform() - uniform()
            let scaled = (sample.isFinite ? sample * 32_768 : 0) + noise
            return Int16(min(32_767, max(-32_768, scaled.rounded())))
        }
    }

    /// A number in 0 ..< 1, in steps as fine as a `Float` has there.
    private mutating func uniform() -> Float { Float(generator.next() >> 40) / Float(1 << 24) }
}
