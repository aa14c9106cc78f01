/// Makes 16-bit samples of float ones, with a little noise of its own.
///
/// PocketSphinx's front end takes logarithms of band energies, which exact zeros break; noise of one step of the
/// 16-bit scale prevents it and is far below any microphone's own. It is triangular dither (Lipshitz, Wannamaker and
/// Vanderkooy 1992, "Quantization and Dither: A Theoretical Survey") from a generator with a fixed seed, so the same
/// utterance always becomes the same samples.
struct PulseCodeModulation {
    private var state: UInt64 = 0x5EED

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

    /// A number in 0 ..< 1 by SplitMix64 (Steele, Lea and Flood 2014).
    private mutating func uniform() -> Float {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Float(mixed >> 40) / Float(1 << 24)
    }
}
