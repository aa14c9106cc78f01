/// A text spoken by a synthesiser.
public struct SynthesizedSpeech: Sendable, Equatable {
    /// When a word of the text is spoken.
    public struct SpokenWord: Sendable, Hashable, Codable {
        /// The word as written in the text.
        public var text: String
        /// Where it is spoken, in seconds from the start of the audio.
        public var time: TimeRange

        /// A word spoken at `time`.
        public init(text: String, time: TimeRange) {
            self.text = text
            self.time = time
        }
    }

    /// One channel of samples, -1...1.
    public var samples: [Float]
    /// The rate of the samples, in hertz.
    public var sampleRateHz: Int
    /// The words with their times, in the order of time.
    public var words: [SpokenWord]

    /// Speech of `words` as `samples` at `sampleRateHz`.
    public init(samples: [Float], sampleRateHz: Int, words: [SpokenWord]) {
        self.samples = samples
        self.sampleRateHz = sampleRateHz
        self.words = words
    }

    /// How long the speech is, in seconds.
    public var durationSeconds: Double { Double(samples.count) / Double(sampleRateHz) }
}
