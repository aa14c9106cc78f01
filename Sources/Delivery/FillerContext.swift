public import Speech

/// The words around a filler, for people who read where it was said.
public struct FillerContext: Sendable, Hashable, Codable {
    /// The last words before it, with one space between each two; empty at the start.
    public var before: String
    /// The first words after it.
    public var after: String

    /// The words around a filler.
    public init(before: String, after: String) {
        self.before = before
        self.after = after
    }
}

extension Filler {
    /// The words around the filler.
    ///
    /// - Parameters:
    ///   - words: the words it was found among, in the order of time.
    ///   - count: how many of them on each side at most.
    public func context(in words: [Word], count: Int = 4) -> FillerContext {
        let middle = { (word: Word) in (word.time.startSeconds + word.time.endSeconds) / 2 }
        let before = words.filter { middle($0) < time.startSeconds }.suffix(max(0, count))
        let after = words.lazy.filter { middle($0) > time.endSeconds }.prefix(max(0, count))
        return FillerContext(
            before: before.map(\.text).joined(separator: " "), after: after.map(\.text).joined(separator: " ")
        )
    }
}
