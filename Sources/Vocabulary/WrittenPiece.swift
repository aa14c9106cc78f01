import Speech

/// A term, a number or a word of written text, not yet with its punctuation.
struct WrittenPiece {
    /// As it is written inside a sentence.
    var text: String
    /// Its first word as it was said.
    var first: String
    /// Its last word as it was said.
    var last: String
    /// The words it stands for.
    var words: Range<Int>
    var time: TimeRange
    var isUncertain: Bool
    var isFilledPause: Bool

    /// How many words it stands for.
    var count: Int { words.count }
}
