public import Speech

/// A stretch that sounds like a filled pause: a steady vowel, a hum, or the one closing into the other.
public struct FilledPause: Sendable, Hashable, Codable {
    /// What it sounds like.
    public enum Sound: String, Sendable, Hashable, Codable, CaseIterable {
        /// A vowel to the end: "uh", "er".
        case vowel
        /// A vowel that closes into a hum: "um", "erm".
        case vowelAndNasal
        /// A hum from the start: "mm".
        case nasal
    }

    /// Where it lies in the recording.
    public var time: TimeRange
    /// What it sounds like.
    public var sound: Sound
    /// How likely it is a filled pause rather than a lengthened word, 0...1, by the sound alone.
    public var probability: Double

    /// A filled pause at `time`.
    public init(time: TimeRange, sound: Sound, probability: Double) {
        self.time = time
        self.sound = sound
        self.probability = probability
    }
}
