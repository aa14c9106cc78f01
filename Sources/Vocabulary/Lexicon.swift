import Speech

/// The terms that Viva knows beyond the general dictionary.
public struct Lexicon: Sendable {
    /// The terms by their token (`LexiconEntry.token`).
    public let entries: [String: LexiconEntry]

    /// A lexicon of entries; of two with one token the first stays.
    public init(entries: [LexiconEntry] = []) {
        self.entries = Dictionary(entries.map { ($0.token, $0) }) { first, _ in first }
    }

    /// The term of a token, also of its possessive (`kubernetes's`) and of the plural of a term written with two
    /// capitals or more (`apis` of `API`), whose ending it then has in writing and sound; `nil` when it is none.
    public func entry(for token: String) -> LexiconEntry? {
        if let entry = entries[token] { return entry }
        for ending in ["'s", "s"] where token.hasSuffix(ending) {
            guard let entry = entries[String(token.dropLast(ending.count))] else { continue }
            if ending == "s", !isPluralised(entry.written) { continue }
            return LexiconEntry(
                written: entry.written + ending, pronunciations: entry.pronunciations.map(withEnding),
                said: entry.said.map { $0.dropLast() + $0.suffix(1).map { $0 + ending } })
        }
        return nil
    }

    /// Of "IT" and "AI" the plural would be a word or a slip of the pen, so the term must be longer, or have other
    /// letters than a word could.
    private func isPluralised(_ written: String) -> Bool {
        let capitals = written.count(where: \.isUppercase)
        return capitals > 2 && written.last?.isUppercase == true
            || capitals == 2 && Self.plurals.contains(written)
    }

    private static let plurals: Set<String> = [
        "ID", "PR", "VM", "DB", "UI", "OS", "PC", "TV", "CV", "QA", "PM",
    ]

    /// The sound of "s" after a pronunciation: a syllable of its own after a hiss, else as voiced as what it follows.
    private func withEnding(_ pronunciation: Pronunciation) -> Pronunciation {
        switch pronunciation.phones.last {
        case .s, .z, .sh, .zh, .ch, .jh: Pronunciation(pronunciation.phones + [.ih, .z])
        case .p, .t, .k, .f, .th: Pronunciation(pronunciation.phones + [.s])
        default: Pronunciation(pronunciation.phones + [.z])
        }
    }
}
