public import Speech

/// A piece of written text with the heard words that it stands for.
public struct WrittenToken: Sendable, Hashable {
    /// As it is written, with the punctuation that follows it: `PostgreSQL.`, `20%`, `[Redis?],`.
    public var text: String
    /// The words it stands for, counted over all words of the transcript from 0.
    public var words: Range<Int>
    /// From the start of its first word to the end of its last.
    public var time: TimeRange
    /// Whether a sentence ends with it.
    public var endsSentence: Bool

    /// A piece of text that stands for words.
    public init(text: String, words: Range<Int>, time: TimeRange, endsSentence: Bool = false) {
        self.text = text
        self.words = words
        self.time = time
        self.endsSentence = endsSentence
    }
}
