/// What the measures of a recording share of one frame of it.
struct SoundFrame: Sendable {
    /// Its samples, rumble removed, as `Framer` cuts them.
    var samples: [Float]
    /// The mean squares of its bands.
    var powers: BandSpectrum.Bands
    /// How periodic it is, 0...1.
    var periodicity: Float
    /// Its pitch where it is most periodic, in hertz, 0 for none; an octave may be wrong.
    var pitchHz: Float
}
