/// How far an answer covers what a short text says: a key point's statement, one of its variants, a sentence of a
/// sample answer.
struct KeyPointCoverage: Sendable, Hashable {
    /// A word that was expected, and the word of the answer that stands for it best.
    struct Word: Sendable, Hashable {
        /// The expected word.
        var expected: String
        /// How well the answer's word stands for it, 0...1; 0 when there is none.
        var likeness: Double
        /// The word of the answer; `nil` when none stands for the expected one.
        var said: String?
        /// Where that is said first, counted in the answer's tokens from 0 (`AnswerText.evidence(tokens:)`).
        var token: Int?
    }

    /// The mean of the words' likeness, 0...1. All weigh the same, which agrees better with human grades than weights by
    /// rarity.
    let value: Double
    /// The expected words with content of their own, in their order, each once.
    let words: [Word]

    /// `nil` when no word is expected: there is nothing to cover.
    init?(_ words: [Word]) {
        guard !words.isEmpty else { return nil }
        self.words = words
        value = words.reduce(0) { $0 + $1.likeness } / Double(words.count)
    }

    /// The stretch of the answer's tokens from the first word found to the last; `nil` when none was.
    var tokens: Range<Int>? {
        let places = words.compactMap(\.token)
        guard let first = places.min(), let last = places.max() else { return nil }
        return first..<last + 1
    }
}
