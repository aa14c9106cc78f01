public import Inference
public import Language
public import Models

/// Encodes texts with all-MiniLM-L6-v2, a network of 22 million weights that was taught with a billion pairs of sentences
/// to put those of one meaning near each other (Reimers and Gurevych 2019, "Sentence-BERT").
///
/// ```swift
/// let encoder = try MiniLMEncoder(try ModelStore.ofUser.model(named: "minilm"))
/// let answer = encoder.encode("A queue lets the services fail one by one.")
/// let point = encoder.encode("Messages decouple parts of a system.")
/// let cosine = zip(answer.sentence, point.sentence).reduce(0) { $0 + $1.0 * $1.1 }
/// ```
///
/// It changes nothing while it works, and its weights are shared by all who encode with it.
public struct MiniLMEncoder: SentenceEncoder {
    private let tokenizer: WordPieceTokenizer
    private let network: MiniLM
    private let windows: TokenWindows

    /// The tokens that sentence-transformers gives the model at once, those that begin and end a text included: it was
    /// taught with short texts.
    static let windowTokens = 256
    /// The tokens that two windows share at least: enough around each for what it means.
    static let sharedTokens = 64

    /// Opens an installed model.
    ///
    /// - Throws: `InferenceError` when it is no sentence encoder or is damaged.
    public init(_ model: InstalledModel) throws(InferenceError) {
        guard let shape = model.description.bert else {
            throw .invalid(path: model.folder, reason: "it is no sentence encoder")
        }
        try self.init(weights: model.weightsPath, vocabulary: model.vocabularyPath, shape: shape)
    }

    /// Opens a model's weights and pieces of words.
    ///
    /// - Throws: `InferenceError` when they cannot be read or are not those of the shape.
    package init(weights: String, vocabulary: String, shape: BERTShape) throws(InferenceError) {
        network = try MiniLM(file: try WeightFile(path: weights), shape: shape)
        tokenizer = try WordPieceTokenizer(vocabulary: vocabulary, size: shape.vocabularySize)
        let length = min(Self.windowTokens, shape.positionCount) - 2
        windows = TokenWindows(length: length, shared: min(Self.sharedTokens, length / 2))
    }

    /// How many numbers a vector has: 384.
    public var dimensions: Int { network.shape.width }

    /// What a word or a few words mean by themselves.
    public var wordVectors: MiniLMWordVectors {
        MiniLMWordVectors(tokenizer: tokenizer, words: network.words)
    }

    /// The vectors of a text.
    ///
    /// What is longer than 254 tokens is encoded in parts that overlap, and each token's vector is that of the part in which
    /// it stands furthest from an edge. The sentence's vector is the mean of those of all tokens, those that begin and end
    /// the text included, as sentence-transformers computes it.
    public func encode(_ text: String) -> EncodedText {
        let pieces = tokenizer.tokens(of: text)
        let ids = pieces.map(\.id)
        var vectors: [Float] = []
        vectors.reserveCapacity(ids.count * dimensions)
        var sum = [Float](repeating: 0, count: dimensions)
        for window in windows.over(ids.count) {
            let rows = network([tokenizer.start] + ids[window.seen] + [tokenizer.end])
            // The first row is the token before the text.
            for place in window.kept { vectors += rows[row: place - window.seen.lowerBound + 1] }
            if window.seen.lowerBound == 0 { Self.add(rows[row: 0], to: &sum) }
            if window.seen.upperBound == ids.count { Self.add(rows[row: rows.rows - 1], to: &sum) }
        }
        for start in stride(from: 0, to: vectors.count, by: dimensions) {
            Self.add(vectors[start..<start + dimensions], to: &sum)
            UnitVector.normalize(&vectors, start..<start + dimensions)
        }
        UnitVector.normalize(&sum, 0..<dimensions)
        return EncodedText(
            tokens: pieces.map { piece in
                EncodedToken(
                    text: tokenizer.pieces[piece.id], characters: piece.characters,
                    isContinuation: piece.isContinuation)
            },
            dimensions: dimensions, vectors: vectors, sentence: sum)
    }

    private static func add(_ vector: ArraySlice<Float>, to sum: inout [Float]) {
        for (index, number) in zip(sum.indices, vector) { sum[index] += number }
    }
}
