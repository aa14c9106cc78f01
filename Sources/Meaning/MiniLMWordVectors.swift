internal import Inference
public import Language

/// The vectors that all-MiniLM-L6-v2 begins with, one for each piece of a word, less their mean.
///
/// They are the same wherever a word stands, and cost no more than looking it up.
public struct MiniLMWordVectors: WordVectors {
    private let tokenizer: WordPieceTokenizer
    private let words: Weights
    /// What all have in common: without it any two words seem alike.
    private let mean: [Float]

    init(tokenizer: WordPieceTokenizer, words: Weights) {
        self.tokenizer = tokenizer
        self.words = words
        mean = words.meanRow
    }

    /// How many numbers a vector has: 384.
    public var dimensions: Int { words.columns }

    /// The vector of a word: the mean of its pieces' vectors, less the mean of all, of the length 1.
    ///
    /// - Returns: `nil` for a text without a word, and when a word of it has letters that no piece has.
    public func vector(of word: String) -> [Float]? {
        let pieces = tokenizer.tokens(of: word)
        guard !pieces.isEmpty, !pieces.contains(where: { $0.id == tokenizer.unknown }) else { return nil }
        var vector = [Float](repeating: 0, count: dimensions)
        for piece in pieces {
            for (index, number) in words.row(piece.id).enumerated() { vector[index] += number }
        }
        for index in vector.indices { vector[index] = vector[index] / Float(pieces.count) - mean[index] }
        guard vector.contains(where: { $0 != 0 }) else { return nil }
        UnitVector.normalize(&vector, 0..<dimensions)
        return vector
    }
}
