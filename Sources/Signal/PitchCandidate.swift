/// A pitch that a frame may have, or that it has none.
struct PitchCandidate: Sendable, Hashable {
    /// The frequency in hertz; 0 for no voice.
    var frequencyHz: Float
    /// How well it explains the frame, about 0...1; the unvoiced one has what is not explained.
    var strength: Float
}
