/// The terms that Viva knows beyond the general dictionary.
public struct Lexicon: Sendable {
    /// The terms by their token (`LexiconEntry.token`).
    public let entries: [String: LexiconEntry]

    /// A lexicon of entries; of two with one token the first stays.
    public init(entries: [LexiconEntry] = []) {
        self.entries = Dictionary(entries.map { ($0.token, $0) }) { first, _ in first }
    }
}
