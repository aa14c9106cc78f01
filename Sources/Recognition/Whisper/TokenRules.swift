import Inference

/// Which tokens may come next.
struct TokenRules: Sendable {
    private let suppressed: [Int]
    private let suppressedAtBegin: [Int]
    private let firstSpecial: Int

    init(_ description: WhisperNetwork, tokens: SpecialTokens) {
        let known = 0..<description.vocabularySize
        suppressed = Set(description.suppressedTokens).filter(known.contains).sorted()
        suppressedAtBegin = description.suppressedAtBegin.filter(known.contains)
        firstSpecial = tokens.end + 1
    }

    /// Makes impossible what may not come: signs that are no speech, tokens that steer, times, and at the beginning an
    /// empty text.
    func apply(to logits: inout [Float], isFirst: Bool) {
        for token in suppressed { logits[token] = -.infinity }
        for token in firstSpecial..<max(firstSpecial, logits.count) { logits[token] = -.infinity }
        if isFirst { for token in suppressedAtBegin { logits[token] = -.infinity } }
    }
}
