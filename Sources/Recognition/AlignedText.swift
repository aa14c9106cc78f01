public import Speech

/// A known text laid onto a recording: when each word was said, which words were not, and what was said besides.
public struct AlignedText: Sendable, Hashable, Codable {
    /// How far the text is what was said.
    public enum Verdict: String, Sendable, Hashable, Codable {
        /// The text is what was said, but for a few words.
        case matches
        /// Parts of the text were said, others were not, or much was said that it does not have.
        case matchesInPart
        /// The text is not what was said: its words have no times.
        case doesNotMatch
    }

    /// The words of the text in its order, each with its time or without one.
    public var words: [AlignedWord]
    /// The filled pauses between the words ("um", "uh"), in the order of time.
    public var fillers: [Word]
    /// Stretches of speech that are no word of the text and no filler, in the order of time.
    public var otherSpeech: [TimeRange]
    /// The share of the text's words that were found in the recording, 0...1.
    public var matchShare: Double
    /// The share of the time of speech that words of the text and fillers take up, 0...1.
    public var coveredShare: Double
    /// Whether the text is what was said.
    public var verdict: Verdict

    /// The words that were said and the fillers, in the order of time, as a recogniser would give them.
    public var spokenWords: [Word] {
        let said = words.compactMap { word in
            word.time.map { Word(text: word.text, time: $0, confidence: word.confidence) }
        }
        return (said + fillers).sorted { $0.time.startSeconds < $1.time.startSeconds }
    }

    /// From this share of words on the text is what was said.
    static let matchingShare = 0.8
    /// Below this share of words, or of speech that they cover, what was found may be chance.
    static let chanceShare = 0.35

    /// The result of the words that were found. A text that does not match keeps its words and loses the times, which
    /// would only look like a result.
    init(words: [AlignedWord], fillers: [Word], otherSpeech: [TimeRange]) {
        let said = words.filter(\.isSaid)
        let share = words.isEmpty ? 0 : Double(said.count) / Double(words.count)
        let explained =
            (said.compactMap(\.time) + fillers.map(\.time)).reduce(0) { $0 + $1.durationSeconds }
        let other = otherSpeech.reduce(0) { $0 + $1.durationSeconds }
        let covered = explained > 0 ? explained / (explained + other) : 0
        matchShare = share
        coveredShare = covered
        // Half a text that covers the recording was cut short; a small share of both is chance.
        if share < Self.chanceShare && covered < Self.matchingShare || covered < Self.chanceShare || said.isEmpty {
            verdict = .doesNotMatch
            self.words = words.map { AlignedWord(text: $0.text) }
            self.fillers = []
            self.otherSpeech = []
            return
        }
        verdict = share >= Self.matchingShare && covered >= Self.matchingShare ? .matches : .matchesInPart
        self.words = words
        self.fillers = fillers
        self.otherSpeech = otherSpeech
    }
}
