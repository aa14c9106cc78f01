/// A token with its stem, ready to be compared.
public struct Term: Sendable, Hashable {
    /// The token in lower case.
    public let text: String
    /// Its stem.
    public let stem: String
    /// The group of words that stand for each other; `nil` when there is none.
    public let synonymGroup: Int?

    /// The term of a token in lower case.
    public init(_ text: String) {
        self.text = text
        self.stem = Stemmer.stem(text)
        self.synonymGroup = Synonyms.group(ofStem: stem)
    }

    /// How well a term of the answer stands for this one by its letters and the table of `Synonyms` alone: 1 for the
    /// same stem, 0.95 for a typing slip, 0.9 for a synonym, 0.75 for a form derived from it, else 0. `WordLikeness`
    /// adds what a thesaurus and word vectors know.
    ///
    /// The values follow what correlated best with human grades of short answers (`Docs/Scoring.md`).
    public func likeness(to other: Term) -> Double {
        if stem == other.stem { return 1 }
        if EditDistance.isTypo(other.text, of: text) { return Self.typoLikeness }
        return relation(to: other)?.likeness ?? 0
    }

    /// How well a word stands for one that it is a typing slip of.
    static let typoLikeness = 0.95

    /// How the table of `Synonyms` or the letters relate two terms with different stems; `nil` when they do not.
    func relation(to other: Term) -> WordRelation? {
        if let synonymGroup, synonymGroup == other.synonymGroup { return .synonym }
        return isDerived(other) ? .derived : nil
    }

    /// Whether the stems share all but the last letter of the shorter, and at least 60 % of the longer ("analys" and
    /// "analysi").
    private func isDerived(_ other: Term) -> Bool {
        let shorter = min(stem.count, other.stem.count)
        let longer = max(stem.count, other.stem.count)
        guard shorter >= 4, Double(shorter) >= 0.6 * Double(longer) else { return false }
        let common = zip(stem, other.stem).prefix { $0 == $1 }.count
        return common >= max(4, shorter - 1) && Double(common) >= 0.6 * Double(longer)
    }
}
