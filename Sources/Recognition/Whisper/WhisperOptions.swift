/// How a Whisper model searches for a text, and when it is not believed.
public struct WhisperOptions: Sendable, Hashable {
    /// How many texts are followed at once; 1 takes the likeliest token each time.
    public var beamWidth = 5
    /// The temperatures that are tried, one after the other, when a text is not believed.
    public var fallbackTemperatures: [Float] = [0.2, 0.4, 0.6, 0.8, 1]
    /// A text whose mean logarithm of probability is lower is not believed (Radford and others 2022, section 4.5).
    public var leastMeanLogProbability: Float = -1
    /// A text of which more than this share goes round in circles is not believed, 0...1.
    public var mostRepetition = 0.4
    /// With a higher chance that nothing was said, and a text that is not believed, nothing is put out, 0...1.
    public var mostNoSpeechProbability: Float = 0.6
    /// The most tokens of text for each second of speech, beside a few for short ones. Fast talkers use about eight.
    public var tokensPerSecond = 12.0

    /// The defaults.
    public init() {}
}
