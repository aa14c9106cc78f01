/// The words around a filler as they were heard, for people who read where it was said.
public struct FillerContext: Sendable, Hashable, Codable {
    /// So many words are kept on each side at most.
    public static let mostWords = 4

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
