/// Says how a word that is in no dictionary is probably pronounced.
public protocol Pronouncer: Sendable {
    /// The likely pronunciations of each word, the likeliest first; empty for a word that cannot be said.
    ///
    /// - Throws: `SynthesisError` when the engine fails.
    func pronunciations(of words: [String]) async throws(SynthesisError) -> [[Pronunciation]]
}
