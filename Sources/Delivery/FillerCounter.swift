import Speech

/// Counts the filled pauses and lexical fillers among the words of an answer while it goes on, and reads the words again
/// only when they or the pauses between them have changed.
///
/// ```swift
/// var fillers = FillerCounter()
/// while answering { print(LiveDelivery(…, words: words, …, fillers: &fillers).fillerCount) }
/// ```
public struct FillerCounter: Sendable {
    private var words: [Word] = []
    private var pauses: [TimeRange] = []
    private var count = 0

    /// A counter of an answer's fillers.
    public init() {}

    /// How many there are.
    ///
    /// - Parameters:
    ///   - words: what was heard so far, in the order of time.
    ///   - pauses: the silent pauses so far, in the order of time; those behind the last word set none apart.
    mutating func count(among words: [Word], pauses: [TimeRange]) -> Int {
        let heard = words.last { $0.time.isFinite }?.time.endSeconds ?? -.infinity
        let pauses = Array(pauses.prefix { $0.startSeconds < heard })
        // Of arrays that are the same in memory, as those of an answer without a new word, no word is compared.
        if words == self.words, pauses == self.pauses { return count }
        self.words = words
        self.pauses = pauses
        count = FillerFinder(words: words.filter(\.time.isFinite), pauses: pauses).fillers.count {
            $0.kind != .hedge
        }
        return count
    }
}
