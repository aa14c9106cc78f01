import Inference

/// Which tokens may come next.
struct TokenRules: Sendable {
    private let suppressed: [Int]
    private let suppressedAtBegin: [Int]
    private let firstTimestamp: Int

    init(_ description: WhisperDescription, tokens: SpecialTokens) {
        suppressed = Set(description.suppressedTokens + [tokens.noSpeech]).filter { $0 < description.vocabularySize }
            .sorted()
        suppressedAtBegin = description.suppressedAtBegin.filter { $0 < description.vocabularySize }
        firstTimestamp = tokens.firstTimestamp
    }

    /// Makes impossible what may not come: signs that are no speech, times, and at the beginning an empty text.
    func apply(to logits: inout [Float], isFirst: Bool) {
        for token in suppressed { logits[token] = -.infinity }
        for token in firstTimestamp..<max(firstTimestamp, logits.count) { logits[token] = -.infinity }
        if isFirst { for token in suppressedAtBegin { logits[token] = -.infinity } }
    }
}
