import Foundation

/// The chance that a word is right, from the evidence for it: logistic models, fitted to words that are known
/// (`Docs/Benchmarks.md`).
enum WordTrust {
    /// Below this chance a word that depends on what is known of the talk counts as not heard. Of the key
    /// terms that were heard rightly, 2 in 100 lie below it.
    static let leastOfDependent = 0.3

    /// In the order of `features`: by the search for words alone, with the phones, and those of words that depend on what
    /// is known of the talk.
    private static let bySearch = [4.701, 0.197, 0.075, -0.872, -0.487, 0.392]
    private static let byPhones = [5.133, 0.188, 0.075, -0.966, -0.738, 0.307, -0.797]
    private static let dependent = [3.75, 0.219, 0.062, -0.504, 0.062, 0.31, -2.11]

    /// The chance that a word is right, 0...1.
    static func probability(_ evidence: WordEvidence) -> Double {
        let weights =
            evidence.phoneDifference == nil
            ? bySearch : evidence.dependsOnContext ? dependent : byPhones
        return 1 / (1 + exp(-zip(weights, features(of: evidence)).map(*).reduce(0, +)))
    }

    private static func features(of evidence: WordEvidence) -> [Double] {
        [
            1, logit(evidence.posterior), logit(evidence.posteriorAfter),
            log(Double(max(1, evidence.frames)) / evidence.phoneCount), log(evidence.phoneCount),
            evidence.score, min(2, evidence.phoneDifference ?? 0),
        ]
    }

    /// The logarithm of the odds; the lattice gives many words exactly 0 or 1.
    private static func logit(_ probability: Double) -> Double {
        let bounded = min(0.999, max(0.001, probability))
        return log(bounded / (1 - bounded))
    }
}
