public import Speech

/// A word of a known text, and where in the recording it was said.
public struct AlignedWord: Sendable, Hashable, Codable {
    /// The word as the text has it.
    public var text: String
    /// Where it was said; `nil` when it was not, or when it could not be found.
    public var time: TimeRange?
    /// How well the sound bears the word out, 0...1: from how much better it explains its stretch of the recording than
    /// any sequence of phones would. Not a percentage of anything; 0 for a word without a time.
    public var confidence: Double

    /// Whether the word was said.
    public var isSaid: Bool { time != nil }

    /// A word with its place; one without a place was not said.
    public init(text: String, time: TimeRange? = nil, confidence: Double = 0) {
        self.text = text
        self.time = time
        self.confidence = confidence
    }

    /// Reads a word; whether it was said follows from its time.
    public init(from decoder: any Swift.Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        text = try values.decode(String.self, forKey: .text)
        time = try values.decodeIfPresent(TimeRange.self, forKey: .time)
        confidence = try values.decode(Double.self, forKey: .confidence)
    }

    /// Writes `isSaid` too, for readers that are not Viva.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(text, forKey: .text)
        try values.encodeIfPresent(time, forKey: .time)
        try values.encode(isSaid, forKey: .isSaid)
        try values.encode(confidence, forKey: .confidence)
    }

    private enum CodingKeys: String, CodingKey {
        case text, time, isSaid, confidence
    }
}
