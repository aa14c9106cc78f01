import Foundation

/// The chance that a word is right, from the evidence for it: logistic models, fitted to words that are known
/// (`Docs/Benchmarks.md`).
enum WordTrust {
    /// Below this chance a word that depends on what is known of the talk counts as not heard. Of such words that are
    /// right, 4 in 100 lie below it.
    static let leastOfDependent = 0.35

    /// In the order of `features`: by the search for words alone, with the phones, and those of words that depend on what
    /// is known of the talk.
    private static let bySearch = [4.59, 0.19, 0.07, -0.731, -0.476, 0.412]
    private static let byPhones = [5.268, 0.191, 0.068, -0.879, -0.842, 0.319, -0.94]
    private static let dependent = [3.281, 0.199, 0.059, -0.323, 0.222, 0.316, -2.061]

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
