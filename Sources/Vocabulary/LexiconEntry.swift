public import Speech

/// A term as people write it, with the ways it is said.
public struct LexiconEntry: Sendable, Hashable {
    /// As people write it, for example `PostgreSQL`, `CI/CD`, `Node.js`.
    public var written: String
    /// The ways to say it, the commonest first; at least one.
    public var pronunciations: [Pronunciation]

    /// A term with its pronunciations.
    public init(written: String, pronunciations: [Pronunciation]) {
        self.written = written
        self.pronunciations = pronunciations
    }

    /// The word under which a recogniser knows it: the written form in lower case, for example `postgresql`, `ci/cd`.
    public var token: String { written.lowercased() }
}
