import Language

/// How much of an answer is denied.
///
/// Comparing words and meanings sees no contradiction, so an answer that denies what is expected scores as one that says it. One that denies
/// far more than answers do is at least marked: of the 233 sample answers of Viva's questions the one with most has 5 words of
/// negation in 100, half of them 1.4 or fewer.
package enum Negation {
    /// Whether a token denies.
    package static func isOne(_ text: String) -> Bool { words.contains(text) }

    /// Whether there are more than 6 in 100 words, and three at least.
    static func isUnusual(in answer: AnswerText) -> Bool {
        let count = answer.tokens.count { words.contains($0.text) }
        return count >= 3 && Double(count) > 0.06 * Double(answer.tokens.count)
    }

    private static let words: Set<String> = [
        "not", "never", "no", "nor", "neither", "without", "nobody", "nothing", "none",
    ]
}
