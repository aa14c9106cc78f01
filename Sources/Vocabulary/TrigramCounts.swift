/// How often words follow each other in sentences, up to three in a row.
///
/// ```swift
/// var counts = TrigramCounts()
/// counts.add(["we", "use", "caching"], weight: 3)
/// let model = TrigramModel(counts)
/// ```
public struct TrigramCounts: Sendable {
    /// The number of `<s>`, which begins every sentence and is never predicted.
    static let start = 0
    /// The number of `</s>`, which ends every sentence.
    static let end = 1
    /// Three word numbers share a 64-bit key, 21 bits each.
    static let limitWords = 1 << 21

    /// The words by their number; the first two are the edges of a sentence.
    private(set) var words = ["<s>", "</s>"]
    private(set) var unigrams: [Double] = [0, 0]
    private(set) var bigrams: [UInt64: Double] = [:]
    private(set) var trigrams: [UInt64: Double] = [:]
    private var numbers = ["<s>": start, "</s>": end]

    /// No sentence yet.
    public init() {}

    /// Whether no sentence was counted.
    public var isEmpty: Bool { unigrams[Self.end] == 0 }
    /// The words that were counted, each once.
    public var vocabulary: Set<String> { Set(words.dropFirst(2)) }

    /// Counts a sentence as if it had been said `weight` times.
    ///
    /// A sentence without words counts nothing, nor does a weight that is not a positive number. The edges of a sentence
    /// are counted by themselves; `<s>` and `</s>` among the words are left out, and so is a word that holds white space
    /// or is empty, since no recogniser could know it.
    public mutating func add(_ sentence: [String], weight: Double = 1) {
        guard weight > 0, weight.isFinite else { return }
        let known = sentence.compactMap { number(of: $0) }
        guard !known.isEmpty else { return }
        var (before, last) = (-1, Self.start)
        for word in known + [Self.end] {
            unigrams[word] += weight
            bigrams[Self.key(last, word), default: 0] += weight
            if before >= 0 { trigrams[Self.key(before, last, word), default: 0] += weight }
            (before, last) = (last, word)
        }
    }

    /// The number of a word, a new one when it was not seen before; `nil` when it cannot be a word.
    private mutating func number(of word: String) -> Int? {
        if let number = numbers[word] { return number > Self.end ? number : nil }
        guard !word.isEmpty, !word.contains(where: { $0.isWhitespace || $0.isNewline }),
            !word.unicodeScalars.contains("\0"), words.count < Self.limitWords
        else { return nil }
        numbers[word] = words.count
        words.append(word)
        unigrams.append(0)
        return words.count - 1
    }

    /// The number of a word that was counted, or of an edge.
    func knownNumber(of word: String) -> Int? { numbers[word] }

    static func key(_ first: Int, _ second: Int) -> UInt64 { UInt64(first) << 21 | UInt64(second) }
    static func key(_ first: Int, _ second: Int, _ third: Int) -> UInt64 {
        key(first, second) << 21 | UInt64(third)
    }
}
