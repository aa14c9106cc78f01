/// What was heard in a recording: its words in the order of time, grouped by the utterance they were decoded in.
public struct Transcript: Sendable, Hashable, Codable {
    /// The words of one utterance.
    public struct Segment: Sendable, Hashable, Codable {
        /// Where the utterance lies in the recording.
        public var time: TimeRange
        /// Its words in the order of time; may be empty when nothing in it was understood.
        public var words: [Word]

        /// The words of the utterance at `time`.
        public init(time: TimeRange, words: [Word]) {
            self.time = time
            self.words = words
        }

        /// The words, one space between each two.
        public var text: String { words.map(\.text).joined(separator: " ") }
    }

    /// The utterances in the order of time.
    public var segments: [Segment]
    /// Who heard it, for example `PocketSphinx 5prealpha, en-us`.
    public var recognizer: String
    /// The share of the words that are probably wrong, 0...1, as the recogniser's confidence tells; `nil` when that was
    /// not measured for it.
    public var expectedWordErrorRate: Double?
    /// How parts of it were heard otherwise than `recognizer` says, in sentences.
    public var remarks: [String]

    /// A transcript of `segments`, heard by `recognizer`.
    public init(
        segments: [Segment] = [], recognizer: String, expectedWordErrorRate: Double? = nil,
        remarks: [String] = []
    ) {
        self.segments = segments
        self.recognizer = recognizer
        self.expectedWordErrorRate = expectedWordErrorRate
        self.remarks = remarks
    }

    /// Reads a transcript; one written before there were remarks has none.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        segments = try values.decode([Segment].self, forKey: .segments)
        recognizer = try values.decode(String.self, forKey: .recognizer)
        expectedWordErrorRate = try values.decodeIfPresent(Double.self, forKey: .expectedWordErrorRate)
        remarks = try values.decodeIfPresent([String].self, forKey: .remarks) ?? []
    }

    private enum CodingKeys: String, CodingKey {
        case segments, recognizer, expectedWordErrorRate, remarks
    }

    /// All words in the order of time.
    public var words: [Word] { segments.flatMap(\.words) }
    /// The words, one space between each two.
    public var text: String { segments.filter { !$0.words.isEmpty }.map(\.text).joined(separator: " ") }
}
