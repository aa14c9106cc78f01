/// How well an answer was heard, which bounds how far a judgement of its content can be trusted.
///
/// The rule for a spoken answer (`Docs/Scoring.md`): each sign below gives a level, and the worst one counts.
///
/// | sign | not enough | poor | partial |
/// |---|---|---|---|
/// | words understood | under 8 | | under 20 |
/// | words understood a minute of the answer | | under 40 | under 70 |
/// | mean confidence of the recogniser | | under 0.55 | under 0.75 |
/// | the word error rate to expect | 0.6 and above | 0.29 and above | above 0.11 |
///
/// The error rates are those between which the agreement of machine and human scores fell substantially (Tao, Evanini
/// and Wang 2014). The limits of the confidence, which is the share of the heard words that is probably right, are working
/// rules. A typed answer is heard well as soon as it has a word.
public struct Hearing: Sendable, Hashable, Codable {
    /// How an answer arrived.
    public enum Source: String, Sendable, Hashable, Codable {
        /// It was spoken and recognised.
        case spoken
        /// It was typed.
        case typed
    }

    /// How much of an answer can be relied upon, best first.
    public enum Level: String, Sendable, Hashable, Codable, CaseIterable {
        /// The words are as good as the ones meant.
        case good
        /// Some words are wrong; single phrases prove little.
        case partial
        /// Many words are wrong; scores are rough.
        case poor
        /// Too little was understood to give a score.
        case notEnough
    }

    /// The fewest words of a spoken answer that are judged.
    public static let fewestWords = 8
    /// The share of wrong words from which on nothing is judged: most of what would be judged was never said.
    public static let tooManyErrors = 0.6

    /// How the answer arrived.
    public var source: Source
    /// How many words were heard.
    public var wordCount: Int
    /// The mean of the recogniser's confidences, 0...1; `nil` when there are none.
    public var meanConfidence: Double?
    /// How much of the answer can be relied upon.
    public var level: Level
    /// Why the level is not better, as sentences; empty when it is good.
    public var reasons: [String]

    /// A hearing judged elsewhere.
    public init(
        source: Source, wordCount: Int, meanConfidence: Double? = nil, level: Level, reasons: [String] = []
    ) {
        self.source = source
        self.wordCount = wordCount
        self.meanConfidence = meanConfidence
        self.level = level
        self.reasons = reasons
    }

    /// The hearing of a typed answer: good, or not enough when there is no word.
    public init(typed words: [HeardWord]) {
        let isEmpty = words.isEmpty
        self.init(
            source: .typed, wordCount: words.count, level: isEmpty ? .notEnough : .good,
            reasons: isEmpty ? ["Nothing was typed."] : [])
    }

    /// The hearing of a spoken answer.
    ///
    /// - Parameters:
    ///   - words: what the recogniser understood.
    ///   - durationSeconds: how long the answer took; `nil` leaves the words a minute out.
    ///   - expectedWordErrorRate: the share of words the recogniser usually gets wrong in such speech, 0...1; `nil`
    ///     leaves it out.
    public init(spoken words: [HeardWord], durationSeconds: Double?, expectedWordErrorRate: Double?) {
        let confidences = words.compactMap(\.confidence).filter(\.isFinite)
        let mean = confidences.isEmpty ? nil : confidences.reduce(0, +) / Double(confidences.count)
        let signs = [
            Self.sign(words: words.count),
            Self.sign(words: words.count, durationSeconds: durationSeconds),
            Self.sign(meanConfidence: mean),
            Self.sign(errorRate: expectedWordErrorRate),
        ].compactMap { $0 }
        let order = Level.allCases
        let worst = signs.compactMap { order.firstIndex(of: $0.level) }.max() ?? 0
        self.init(
            source: .spoken, wordCount: words.count, meanConfidence: mean, level: order[worst],
            reasons: signs.map(\.reason))
    }

    /// One thing that speaks against the words, and how much.
    private typealias Sign = (level: Level, reason: String)

    private static func sign(words: Int) -> Sign? {
        switch words {
        case 0: (.notEnough, "No words were understood.")
        case 1: (.notEnough, "Only one word was understood.")
        case ..<fewestWords: (.notEnough, "Only \(words) words were understood.")
        case ..<20: (.partial, "Only \(words) words were understood.")
        default: nil
        }
    }

    private static func sign(words: Int, durationSeconds: Double?) -> Sign? {
        guard words >= fewestWords, let durationSeconds, (5...100_000).contains(durationSeconds) else {
            return nil
        }
        let wordsPerMinute = Double(words) / durationSeconds * 60
        let reason =
            "\(words) words were understood in \(Int(durationSeconds.rounded())) s, fewer than people say."
        return wordsPerMinute < 40 ? (.poor, reason) : wordsPerMinute < 70 ? (.partial, reason) : nil
    }

    private static func sign(meanConfidence: Double?) -> Sign? {
        guard let meanConfidence, meanConfidence < 0.75 else { return nil }
        return meanConfidence < 0.55
            ? (.poor, "The recogniser was unsure of most words.")
            : (.partial, "The recogniser was unsure of some words.")
    }

    private static func sign(errorRate: Double?) -> Sign? {
        guard let errorRate, (0...1).contains(errorRate), errorRate > 0.11 else { return nil }
        let percent = Int((errorRate * 100).rounded())
        let reason = "About \(percent) % of the words were probably misheard."
        let level: Level = errorRate >= tooManyErrors ? .notEnough : errorRate >= 0.29 ? .poor : .partial
        return (level, reason)
    }
}
