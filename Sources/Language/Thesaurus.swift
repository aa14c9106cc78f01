/// A book of words that knows their base forms, their meanings and how these hang together.
///
/// ```swift
/// thesaurus.relation("decided", "decision")  // .derived
/// ```
public protocol Thesaurus: Sendable {
    /// What it knows of a word in lower case, in whatever form it stands; `nil` for a word it does not have.
    func entry(of word: String) -> ThesaurusEntry?
}

extension Thesaurus {
    /// How two words in lower case are related; `nil` when they are not, or when one is unknown.
    public func relation(_ first: String, _ second: String) -> WordRelation? {
        guard let first = entry(of: first), let second = entry(of: second) else { return nil }
        return first.relation(to: second)
    }
}
