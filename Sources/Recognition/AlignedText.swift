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

    /// From these shares on, of words found and of speech covered, the text is what was said.
    private static let matchingShare = 0.8
    /// Below both of these, what was found is chance: shares of the words and of the speech in which each word counts
    /// as much as its confidence. Wrong texts reached at most 0.36 and 0.18 in 21 recordings, and texts of which a third
    /// was not said or not written had at least 0.38 and 0.45.
    private static let chanceShares = (words: 0.4, speech: 0.3)
    /// Of a text of which little was said, what was said stands together; chance finds words here and there. With fewer
    /// words beside another one that was found it was chance.
    private static let leastNeighbours = 0.7

    /// The share of the words that were found whose neighbour in the text, one or the other, was found too.
    private static func neighbourShare(_ words: [AlignedWord]) -> Double {
        let found = words.indices.filter { words[$0].isSaid }
        let beside = found.count { place in
            place > 0 && words[place - 1].isSaid || place + 1 < words.count && words[place + 1].isSaid
        }
        return found.isEmpty ? 0 : Double(beside) / Double(found.count)
    }

    /// The result of the words that were found. A text that does not match keeps its words and loses the times, which
    /// would only look like a result.
    ///
    /// - Parameter unpronounceable: places of words that nobody could pronounce: that there was speech where they stand is no
    ///   sign that the text is what was said.
    init(words: [AlignedWord], fillers: [Word], otherSpeech: [TimeRange], unpronounceable: Set<Int> = []) {
        let known = words.indices.filter { !unpronounceable.contains($0) }.map { words[$0] }
        let said = known.filter(\.isSaid)
        let durations = said.compactMap { $0.time?.durationSeconds }
        let other = otherSpeech.reduce(0) { $0 + $1.durationSeconds }
        let pauses = fillers.reduce(0) { $0 + $1.time.durationSeconds }
        let speech = durations.reduce(0, +) + pauses + other
        matchShare = known.isEmpty ? 0 : Double(said.count) / Double(known.count)
        coveredShare = speech > 0 ? (speech - other) / speech : 0
        let sureWords = said.reduce(0) { $0 + $1.confidence } / Double(max(1, known.count))
        let sureSpeech =
            speech > 0 ? zip(said, durations).reduce(0) { $0 + $1.0.confidence * $1.1 } / speech : 0
        if sureWords < Self.chanceShares.words,
            sureSpeech < Self.chanceShares.speech || Self.neighbourShare(words) < Self.leastNeighbours
        {
            verdict = .doesNotMatch
            self.words = words.map { AlignedWord(text: $0.text) }
            self.fillers = []
            self.otherSpeech = []
        } else {
            verdict = min(matchShare, coveredShare) >= Self.matchingShare ? .matches : .matchesInPart
            self.words = words
            self.fillers = fillers
            self.otherSpeech = otherSpeech
        }
    }
}
