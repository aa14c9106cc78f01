/// How a thesaurus relates two words.
public enum WordRelation: Sendable, Hashable {
    /// They share a meaning ("begin" and "start").
    case synonym
    /// One is made from the other ("decide" and "decision").
    case derived
    /// One is a kind of the other, at most two steps apart ("dog" and "animal").
    case hypernym

    /// How well a word stands for one that it is related to so, 0...1.
    ///
    /// These values, with those of `Term.likeness(to:)`, correlated best with human grades of short answers
    /// (`Docs/Scoring.md`).
    public var likeness: Double {
        switch self {
        case .synonym: 0.9
        case .derived: 0.75
        case .hypernym: 0.5
        }
    }
}
