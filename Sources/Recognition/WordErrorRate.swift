/// How far a recognised text is from what was said: the fewest word edits that turn the reference into it.
///
/// ```swift
/// WordErrorRate(reference: ["a", "b", "c"], hypothesis: ["a", "x", "c"]).rate  // 0.333...
/// ```
///
/// The words are compared as they are: lower case, numbers and punctuation are for the caller to even out. Levenshtein
/// distance on words, as NIST's `sclite` counts it with equal costs.
public struct WordErrorRate: Sendable, Hashable {
    /// Words heard as others.
    public var substitutions: Int
    /// Words missed.
    public var deletions: Int
    /// Words heard that nobody said.
    public var insertions: Int
    /// Words in the reference.
    public var referenceWords: Int

    /// A count of edits, for example to sum over recordings.
    public init(substitutions: Int = 0, deletions: Int = 0, insertions: Int = 0, referenceWords: Int = 0) {
        self.substitutions = substitutions
        self.deletions = deletions
        self.insertions = insertions
        self.referenceWords = referenceWords
    }

    /// Compares the words of a reference with those recognised; among the shortest edits, the one with the most
    /// substitutions is counted.
    public init(reference: [String], hypothesis: [String]) {
        // Each cell holds the edits that turn the reference so far into the hypothesis so far.
        var above = (0...hypothesis.count).map { WordErrorRate(insertions: $0) }
        for (row, word) in reference.enumerated() {
            var current = [WordErrorRate(deletions: row + 1)]
            current.reserveCapacity(above.count)
            for (column, heard) in hypothesis.enumerated() {
                var best = above[column]
                if word != heard {
                    best.substitutions += 1
                    var (missed, added) = (above[column + 1], current[column])
                    missed.deletions += 1
                    added.insertions += 1
                    if missed.errors < best.errors { best = missed }
                    if added.errors < best.errors { best = added }
                }
                current.append(best)
            }
            above = current
        }
        self = above[hypothesis.count]
        referenceWords = reference.count
    }

    /// All edits.
    public var errors: Int { substitutions + deletions + insertions }

    /// Edits per reference word, 0 or more: above 1 when more was heard than said. Without a reference it is 0 when
    /// nothing was heard and infinite otherwise.
    public var rate: Double {
        guard referenceWords > 0 else { return errors == 0 ? 0 : .infinity }
        return Double(errors) / Double(referenceWords)
    }

    /// The edits of two recordings together.
    public static func + (left: WordErrorRate, right: WordErrorRate) -> WordErrorRate {
        WordErrorRate(
            substitutions: left.substitutions + right.substitutions,
            deletions: left.deletions + right.deletions,
            insertions: left.insertions + right.insertions,
            referenceWords: left.referenceWords + right.referenceWords)
    }
}
