import CPocketSphinx
import Foundation

/// The logarithms that language models are mixed in.
///
/// A search adds the logarithms of sounds and of words, those of the words times a weight (`-lw`). The library applies the
/// weight to each model of a set before it adds up their probabilities, so that a mixture of *p* and *q* would become
/// *(w pʷ + v qʷ)* instead of *(w p + v q)ʷ*, which is nearly the larger of both whatever the shares. Logarithms to a base
/// that is smaller by the weight as a power, *b^(1 / weight)*, are the weighted ones to the base *b*: added up in that
/// base, the probabilities mix as they should, and the search gets the numbers it expects.
final class LanguageScale {
    let logarithms: OpaquePointer
    /// The weight of the language model.
    let languageWeight: Double
    /// The probability of a word for being one, before the weight.
    let wordInsertionPenalty: Double

    /// The library's own base (`-logbase`).
    static let base = 1.0001

    init?(languageWeight: Double, wordInsertionPenalty: Double) {
        let base = pow(Self.base, 1 / languageWeight)
        guard languageWeight > 0, let logarithms = logmath_init(base, 0, 1) else { return nil }
        self.logarithms = logarithms
        self.languageWeight = languageWeight
        self.wordInsertionPenalty = pow(wordInsertionPenalty, 1 / languageWeight)
    }

    deinit { logmath_free(logarithms) }
}
