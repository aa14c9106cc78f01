/// What a thesaurus knows of a word. Meanings are numbers that are the same for all words of one thesaurus, so that
/// two words are compared without looking anything up.
public struct ThesaurusEntry: Sendable, Hashable {
    /// The base forms that the word can be a form of ("left" is `left` and `leave`).
    public let baseForms: [String]
    private let senses: [Int]
    private let senseForms: [Int]
    private let derivedForms: [Int]
    private let hypernyms: [Int]

    /// An entry; the order of the numbers does not matter, and none needs to be there once only.
    ///
    /// - Parameters:
    ///   - baseForms: the base forms that the word can be a form of.
    ///   - senses: the meanings for which they count as synonyms.
    ///   - senseForms: a number for each base form in each of its meanings.
    ///   - derivedForms: such numbers of the words that are derived from them, or that they are derived from.
    ///   - hypernyms: the wider meanings, at most two steps away.
    public init(
        baseForms: [String], senses: [Int], senseForms: [Int], derivedForms: [Int] = [], hypernyms: [Int] = []
    ) {
        self.baseForms = baseForms
        self.senses = Set(senses).sorted()
        self.senseForms = Set(senseForms).sorted()
        self.derivedForms = Set(derivedForms).sorted()
        self.hypernyms = Set(hypernyms).sorted()
    }

    /// Whether both can be forms of one word ("ran" and "running").
    public func sharesBaseForm(with other: ThesaurusEntry) -> Bool {
        Self.overlap(senseForms, other.senseForms)
    }

    /// The closest way in which the words are related; `nil` when they are not.
    public func relation(to other: ThesaurusEntry) -> WordRelation? {
        if Self.overlap(senses, other.senses) { return .synonym }
        if Self.overlap(derivedForms, other.senseForms) || Self.overlap(senseForms, other.derivedForms) {
            return .derived
        }
        if Self.overlap(hypernyms, other.senses) || Self.overlap(senses, other.hypernyms) { return .hypernym }
        return nil
    }

    /// Whether two ascending lists have a number in common.
    private static func overlap(_ first: [Int], _ second: [Int]) -> Bool {
        var (i, j) = (0, 0)
        while i < first.count, j < second.count {
            if first[i] == second[j] { return true }
            if first[i] < second[j] { i += 1 } else { j += 1 }
        }
        return false
    }
}
