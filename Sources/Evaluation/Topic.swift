import Language

/// What a text is about, as weights of its content words, to be compared with another text.
///
/// Each weight is 1 + ln(count) (Manning, Raghavan and Schütze, *Introduction to Information Retrieval*, 6.4) times
/// the rarity of the word. The rarity is 1, or 0.35 for words that occur in answers to any question: a fixed table
/// instead of counts over the question bank, so that an answer's score does not change when questions are added.
struct Topic: Sendable {
    private var weights: [String: Double] = [:]

    /// The topic of `terms`, the stems of the question left out.
    init(_ terms: [Term], without questionStems: Set<String>) {
        var counts: [String: Int] = [:]
        for term in terms where !questionStems.contains(term.stem) && !StopWords.isEmpty(term.text) {
            counts[term.stem, default: 0] += 1
        }
        for (stem, count) in counts {
            let rarity = CommonWords.contains(stem: stem) ? 0.35 : 1
            weights[stem] = (1 + naturalLogarithm(Double(count))) * rarity
        }
    }

    /// The cosine of the two topics, 0...1; 0 when either has no words.
    func cosine(with other: Topic) -> Double {
        // Summed in a fixed order: a sum of doubles depends on it, and the order of a dictionary changes by run.
        let stems = weights.keys.sorted()
        let product = stems.reduce(0) { $0 + (weights[$1] ?? 0) * (other.weights[$1] ?? 0) }
        let length = (squaredLength * other.squaredLength).squareRoot()
        return length > 0 ? product / length : 0
    }

    private var squaredLength: Double { weights.keys.sorted().reduce(0) { $0 + power(weights[$1] ?? 0, 2) } }
}
