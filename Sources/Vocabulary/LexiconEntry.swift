public import Speech

/// A term as people write it, with the ways it is said.
public struct LexiconEntry: Sendable, Hashable {
    /// As people write it, for example `PostgreSQL`, `CI/CD`, `Node.js`.
    public var written: String
    /// The ways to say it, the commonest first; at least one, unless it was read for writing only.
    public var pronunciations: [Pronunciation]
    /// The ways made only of letters and words, as the words that a recogniser without the term shows, the commonest
    /// first: `["s", "q", "l"]` and `["sequel"]` for SQL.
    public var said: [[String]]

    /// A term with its pronunciations and with its ways in words.
    public init(written: String, pronunciations: [Pronunciation], said: [[String]] = []) {
        self.written = written
        self.pronunciations = pronunciations
        self.said = said
    }

    /// The word under which a recogniser knows it: the written form in lower case, for example `postgresql`, `ci/cd`.
    public var token: String { written.lowercased() }
}
