import Language

/// Whether an answer is connected speech, or words put beside each other.
///
/// Three signs, each a share that connected speech has in full: enough function words (about half of ordinary
/// speech, a tenth of a list of keywords), articles and possessives followed by what can follow them (not so in
/// shuffled words), and a vocabulary that does not repeat itself. The least of them counts.
struct Discourse: Sendable {
    let functionWords: Double
    let wordOrder: Double
    let variety: Double

    /// Where there are fewer words, nothing is known of their connection: what is left is code.
    private static let leastWordsBesideCode = 5

    /// - Parameters:
    ///   - references: the model answers of a short answer on a sheet, which need not be a sentence, least of all where they are
    ///     none.
    ///   - isBesideCode: whether it is what an answer says beside its code.
    init(
        _ answer: AnswerText, source: Hearing.Source, references: [String] = [], isBesideCode: Bool = false
    ) {
        let texts = answer.tokens.map(\.text)
        if isBesideCode, texts.count < Self.leastWordsBesideCode {
            (functionWords, wordOrder, variety) = (1, 1, 1)
            return
        }
        let count = Double(max(texts.count, 1))
        let share = Self.functionShare(of: texts)
        if !references.isEmpty, (1..<25).contains(texts.count) {
            let expected = references.map {
                Self.functionShare(of: answer.spokenTerms.tokens(in: $0).map(\.text))
            }
            let enough = min(0.15, expected.min() ?? 1)
            // Five words are no list yet.
            functionWords =
                1 - Curve.ramp(count, zero: 5, one: 10)
                * (enough > 0 ? 1 - Curve.ramp(share, zero: 0, one: enough) : 0)
        } else {
            functionWords = Curve.ramp(share, zero: 0.12, one: 0.3)
        }
        wordOrder = Self.wordOrder(of: texts, source: source)
        // Under twenty words, repeating one says nothing.
        variety = texts.count < 20 ? 1 : Curve.ramp(Self.richness(of: texts), zero: 1.5, one: 3)
    }

    /// They join the words of a list as well as sentences.
    private static let joints: Set<String> = ["and", "or"]

    private static func functionShare(of texts: [String]) -> Double {
        Double(texts.count { StopWords.contains($0) && !joints.contains($0) }) / Double(max(texts.count, 1))
    }

    /// How connected the answer is, 0...1.
    var share: Double { min(functionWords, wordOrder, variety) }

    /// What scores of content are multiplied with: words without sentences keep three tenths.
    var contentFactor: Double { 0.3 + 0.7 * share }

    /// What scores of form are multiplied with.
    var formFactor: Double { 0.15 + 0.85 * share }

    /// Different words over the square root of all words (Guiraud 1954), which changes little with length.
    static func richness(of texts: [String]) -> Double {
        texts.isEmpty ? 0 : Double(Set(texts).count) / Double(texts.count).squareRoot()
    }

    /// The share of articles and possessives that are followed by neither a preposition, a pronoun, a conjunction nor
    /// an auxiliary. A recogniser's errors break some as well, hence more leave for speech.
    private static func wordOrder(of texts: [String], source: Hearing.Source) -> Double {
        let places = texts.indices.dropLast().filter { openers.contains(texts[$0]) }
        guard places.count >= 4 else { return 1 }
        let broken = Double(places.count { cannotFollow.contains(texts[$0 + 1]) }) / Double(places.count)
        return switch source {
        case .typed: Curve.ramp(broken, zero: 0.5, one: 0.2)
        case .spoken: Curve.ramp(broken, zero: 0.6, one: 0.3)
        }
    }

    private static let openers: Set<String> = ["a", "an", "the", "my", "our", "your", "their"]
    private static let cannotFollow: Set<String> = [
        "a", "an", "the", "my", "our", "your", "their", "his", "i", "you", "he", "she", "it", "we", "they",
        "them",
        "me", "us", "him", "of", "in", "at", "by", "for", "with", "from", "to", "into", "and", "or", "but",
        "if",
        "because", "that", "which", "is", "are", "was", "were", "be", "been", "am", "has", "have", "had",
        "do", "does",
        "did", "will", "would", "can", "could", "should", "not", "so", "as", "than",
    ]
}
