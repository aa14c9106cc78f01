/// A text as a `SentenceEncoder` sees it: its tokens, and what they and the whole of it mean, as vectors.
///
/// All vectors have the length 1, so the sum of the products of two is the cosine of the angle between them.
public struct EncodedText: Sendable, Equatable {
    /// The tokens in their order; none for a text without any letter, figure or sign.
    public var tokens: [EncodedToken]
    /// How many numbers a vector has.
    public var dimensions: Int
    /// The vectors of the tokens, one after the other: `tokens.count` x `dimensions`.
    public var vectors: [Float]
    /// The vector of the whole text, `dimensions` numbers.
    public var sentence: [Float]

    /// A text of these tokens and vectors.
    ///
    /// - Parameters:
    ///   - tokens: The tokens in their order.
    ///   - dimensions: How many numbers a vector has.
    ///   - vectors: The vectors of the tokens, one after the other.
    ///   - sentence: The vector of the whole text.
    public init(tokens: [EncodedToken], dimensions: Int, vectors: [Float], sentence: [Float]) {
        precondition(
            vectors.count == tokens.count * dimensions && sentence.count == dimensions,
            "a vector for each token, and one for all")
        self.tokens = tokens
        self.dimensions = dimensions
        self.vectors = vectors
        self.sentence = sentence
    }

    /// The vector of a token, counted from 0: what it means where it stands.
    public func vector(of token: Int) -> ArraySlice<Float> {
        vectors[token * dimensions..<(token + 1) * dimensions]
    }
}
