/// A text as far as it is known, with how likely it is.
package struct Hypothesis: Sendable, Equatable {
    /// The tokens after the prompt, without the one that ends the text.
    package var tokens: [Int] = []
    /// The natural logarithm of each token's probability after those before it.
    package var logProbabilities: [Float] = []
    /// That of the end; nil while the text is open, and when it was cut off.
    package var endLogProbability: Float?

    /// The logarithm of the probability of all.
    package var logProbability: Float { logProbabilities.reduce(0, +) + (endLogProbability ?? 0) }
    /// The mean over the tokens, the end counted as one: what tells sure texts from guesses.
    package var meanLogProbability: Float { logProbability / Float(tokens.count + 1) }
    /// What hypotheses of different lengths are compared by.
    var score: Float { logProbability / Float(max(1, tokens.count + (endLogProbability == nil ? 0 : 1))) }
}
