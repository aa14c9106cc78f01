internal import Inference
internal import Models

/// The network of a sentence encoder: six layers of BERT, taught by larger ones (Wang and others 2020, "MiniLM"; Devlin and
/// others 2019, "BERT"). Other sizes work as well.
struct MiniLM: Sendable {
    /// A layer: what each position gathers from all others, and what it makes of itself; after each it is normalised.
    private struct Layer {
        /// Queries, keys and values side by side.
        var ask: Linear
        var give: Linear
        var gatherNorm: LayerNorm
        var widen: Linear
        var narrow: Linear
        var norm: LayerNorm
    }

    /// The sizes.
    let shape: BERTShape
    /// A row for each piece of the vocabulary: what it means wherever it stands.
    let words: Weights
    private let places: Weights
    /// Added to every position: the one kind of text there is.
    private let kind: [Float]
    private let norm: LayerNorm
    private let layers: [Layer]

    /// What the network was taught with.
    private static let epsilon: Float = 1e-12

    /// The network of a file's weights.
    ///
    /// - Throws: `InferenceError.invalid` when a network of this shape cannot be, or the file holds another one.
    init(file: WeightFile, shape: BERTShape) throws(InferenceError) {
        if let reason = shape.fault { throw .invalid(path: file.path, reason: reason) }
        let next = "encoder/layer_\(shape.layerCount)"
        if file.names.contains(where: { $0.hasPrefix(next + "/") }) {
            throw .invalid(
                path: file.path, reason: "it has more layers than its description, such as \(next)")
        }
        let width = shape.width
        func linear(_ name: String, outputs: Int, inputs: Int) throws(InferenceError) -> Linear {
            Linear(
                weight: try file.weights(name + "/weight", shape: [outputs, inputs]),
                bias: try file.weights(name + "/bias", shape: [outputs]).values)
        }
        func norm(_ name: String) throws(InferenceError) -> LayerNorm {
            LayerNorm(
                scale: try file.weights(name + "/gamma", shape: [width]).values,
                shift: try file.weights(name + "/beta", shape: [width]).values, epsilon: Self.epsilon)
        }
        self.shape = shape
        words = try file.weights("encoder/embeddings_0/weight", shape: [shape.vocabularySize, width])
        kind = try file.weights("encoder/embeddings_1/weight", shape: [shape.kindCount, width]).row(0)
        places = try file.weights(
            "encoder/position_encodings/encodings", shape: [shape.positionCount, width])
        self.norm = try norm("encoder/layernorm_embedding")
        var layers: [Layer] = []
        for index in 0..<shape.layerCount {
            let layer = "encoder/layer_\(index)/"
            layers.append(
                Layer(
                    ask: try linear(layer + "self_attention/linear_0", outputs: 3 * width, inputs: width),
                    give: try linear(layer + "self_attention/linear_1", outputs: width, inputs: width),
                    gatherNorm: try norm(layer + "self_attention/layer_norm"),
                    widen: try linear(layer + "ffn/linear_0", outputs: shape.innerWidth, inputs: width),
                    narrow: try linear(layer + "ffn/linear_1", outputs: width, inputs: shape.innerWidth),
                    norm: try norm(layer + "ffn/layer_norm")))
        }
        self.layers = layers
    }

    /// What each token means among the others: a row for each. There are at most as many as the network has positions.
    func callAsFunction(_ tokens: [Int]) -> Matrix {
        precondition(tokens.count <= shape.positionCount, "a text of at most as many tokens as positions")
        let width = shape.width
        var positions = norm(embeddings(tokens))
        for layer in layers {
            let asked = layer.ask(positions)
            let gathered = Attention.gather(
                queries: MatrixPart(asked, columns: width),
                keys: MatrixPart(asked, from: width, columns: width),
                values: MatrixPart(asked, from: 2 * width), heads: shape.headCount)
            positions.add(layer.give(gathered))
            positions = layer.gatherNorm(positions)
            var inner = layer.widen(positions)
            GELU.apply(to: &inner)
            positions.add(layer.narrow(inner))
            positions = layer.norm(positions)
        }
        return positions
    }

    private func embeddings(_ tokens: [Int]) -> Matrix {
        var values: [Float] = []
        values.reserveCapacity(tokens.count * shape.width)
        for (place, token) in tokens.enumerated() {
            let (word, position) = (words.row(token), places.row(place))
            for index in 0..<shape.width { values.append(word[index] + position[index] + kind[index]) }
        }
        return Matrix(rows: tokens.count, columns: shape.width, values: values)
    }
}
