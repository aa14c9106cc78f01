public import Speech

/// Words that a speaker said and took back: a repetition or a restart.
public struct Disfluency: Sendable, Hashable, Codable {
    /// What was done.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// The same words again: "I was I was".
        case repetition
        /// A word or phrase broken off and begun again, with a change: "on the on a", "I wor- I worked".
        case restart
    }

    /// What was done.
    public var kind: Kind
    /// The words taken back, as heard.
    public var text: String
    /// Which words were taken back, as places in the words searched, counted from 0; fillers between are inside the
    /// range. As JSON it is the first place and the one behind the last: `[3, 5]` are the words 3 and 4.
    public var words: Range<Int>
    /// Where the words taken back lie.
    public var time: TimeRange

    /// Words taken back at `time`.
    public init(kind: Kind, text: String, words: Range<Int>, time: TimeRange) {
        self.kind = kind
        self.text = text
        self.words = words
        self.time = time
    }
}
