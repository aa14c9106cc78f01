/// How well one word stands for another, 0...1, by their letters, a thesaurus and word vectors, as far as these are
/// there.
///
/// ```swift
/// let likeness = WordLikeness()
/// likeness.between(likeness.word("caches"), likeness.word("caching"))  // 1
/// ```
public struct WordLikeness: Sendable {
    /// A word with all that comparing it needs, looked up once.
    public struct Word: Sendable {
        /// The word with its stem.
        public let term: Term
        fileprivate let entry: ThesaurusEntry?
        fileprivate let vector: [Float]?
        fileprivate let initial: UInt8?
        fileprivate let hasFigure: Bool

        fileprivate init(_ text: String, thesaurus: (any Thesaurus)?, vectors: (any WordVectors)?) {
            term = Term(text)
            entry = thesaurus?.entry(of: text)
            vector = vectors?.vector(of: text)
            initial = text.utf8.first
            hasFigure = text.contains(where: \.isNumber)
        }

        /// Whether both are forms of one word: of one stem, or of one base form ("wrote" and "write").
        public func isForm(ofSameWordAs other: Word) -> Bool {
            if term.stem == other.term.stem { return true }
            guard let entry, let other = other.entry else { return false }
            return entry.sharesBaseForm(with: other)
        }
    }

    /// The cosine of word vectors from which on it counts.
    ///
    /// In the vectors of all-MiniLM-L6-v2, 0.1 % of the pairs of different words in Viva's questions lie above, most of
    /// them related, and 12 % of the words find such a one among 130 others, the words of an answer; at 0.3 it is 28 %.
    /// With 0.35, answers to other questions gained more than answers to the same one.
    public static let leastCosine = 0.4

    private let thesaurus: (any Thesaurus)?
    private let vectors: (any WordVectors)?

    private let leastCosine: Double

    /// Compares words by their letters and the table of `Synonyms`, and by what is given besides.
    ///
    /// - Parameter leastCosine: The cosine of word vectors from which on it counts; in answers of a sentence or two, where few words
    ///   can be alike by chance, 0.
    public init(
        thesaurus: (any Thesaurus)? = nil, vectors: (any WordVectors)? = nil,
        leastCosine: Double = WordLikeness.leastCosine
    ) {
        self.thesaurus = thesaurus
        self.vectors = vectors
        self.leastCosine = leastCosine
    }

    /// A word in lower case, ready to be compared.
    public func word(_ text: String) -> Word { Word(text, thesaurus: thesaurus, vectors: vectors) }

    /// How well one of the words stands for the other: 1 for forms of one word, 0.95 for a typing slip, 0.9 for a
    /// synonym, 0.75 for a form derived from it, 0.5 for a wider or narrower word, else the cosine of their vectors
    /// where it is `leastCosine` or more, else 0.
    ///
    /// Two words that the thesaurus has are two words and no typing slip: "expect" is not "expert".
    public func between(_ first: Word, _ second: Word) -> Double {
        if first.isForm(ofSameWordAs: second) { return 1 }
        let isOneUnknown = first.entry == nil || second.entry == nil
        let isAlike = first.initial == second.initial
        if isOneUnknown, isAlike, EditDistance.isTypo(first.term.text, of: second.term.text) {
            return Term.typoLikeness
        }
        let known = max(
            Self.relationOfTerms(first, second)?.likeness ?? 0,
            first.entry.flatMap { entry in second.entry.flatMap { entry.relation(to: $0) } }?.likeness ?? 0)
        // Figures lie near each other whatever they say.
        let isFigure = first.hasFigure || second.hasFigure
        return known > 0 || isFigure ? known : cosine(first, second)
    }

    /// `Term.relation(to:)`. Terms with different first letters have none unless the table has both; most pairs end here.
    private static func relationOfTerms(_ first: Word, _ second: Word) -> WordRelation? {
        let isInTable = first.term.synonymGroup != nil && second.term.synonymGroup != nil
        return first.initial == second.initial || isInTable ? first.term.relation(to: second.term) : nil
    }

    private func cosine(_ first: Word, _ second: Word) -> Double {
        guard let first = first.vector, let second = second.vector else { return 0 }
        let cosine = Double(UnitVector.cosine(first[...], second[...]))
        return cosine >= leastCosine ? min(cosine, 1) : 0
    }
}
