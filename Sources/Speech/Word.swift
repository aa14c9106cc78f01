/// One word as a recogniser heard it.
///
/// Filled pauses that the recogniser knows as words ("um", "uh") are words; its marks for silence, noise and
/// sentence edges are not.
public struct Word: Sendable, Hashable, Codable {
    /// The word in lower case, without a pronunciation mark such as `(2)`.
    public var text: String
    /// Where the word lies in the recording.
    public var time: TimeRange
    /// How sure the recogniser was, 0...1. `PocketSphinxRecognizer` gives the chance that the word is right, as measured
    /// on words that are known (`Docs/Benchmarks.md`); another recogniser may have a scale of its own. `nil` when the text
    /// did not come from a recogniser.
    public var confidence: Double?

    /// Whether it was probably heard only because it was expected: the sound does not bear it out. Such a word is shown
    /// with a mark and does not count for the answer.
    public var isUncertain: Bool

    /// A word with its place in the recording.
    public init(text: String, time: TimeRange, confidence: Double? = nil, isUncertain: Bool = false) {
        self.text = text
        self.time = time
        self.confidence = confidence
        self.isUncertain = isUncertain
    }

    /// Reads a word; one written before `isUncertain` existed is certain.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        text = try values.decode(String.self, forKey: .text)
        time = try values.decode(TimeRange.self, forKey: .time)
        confidence = try values.decodeIfPresent(Double.self, forKey: .confidence)
        isUncertain = try values.decodeIfPresent(Bool.self, forKey: .isUncertain) ?? false
    }

    private enum CodingKeys: String, CodingKey {
        case text, time, confidence, isUncertain
    }

    /// Whether it is a filled pause, a sound without meaning such as "um", in the spellings of recognisers; in any letter
    /// case, and with marks around it ("Um,"). "Mm-hmm" and "uh-huh" mean yes and are none.
    public var isFilledPause: Bool { Self.filledPauses.contains(plainText) }

    /// The spellings of filled pauses.
    public static let filledPauses: Set<String> = [
        "um", "umm", "uhm", "uh", "uhh", "er", "err", "erm", "hm", "hmm", "mm", "mmm", "ah", "ahh", "eh",
    ]
}
