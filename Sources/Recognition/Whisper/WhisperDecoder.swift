import Inference
import Models

/// Says which token comes next, from what is heard and the tokens so far.
struct WhisperDecoder: Sendable {
    private struct Layer {
        var selfAttention: SelfAttention
        var norm: LayerNorm
        var ask: Linear
        var offer: Linear
        var give: Linear
        var feedForward: FeedForward
    }

    private let embeddings: Weights
    private let places: Weights
    private let layers: [Layer]
    private let norm: LayerNorm
    private let output: Linear
    private let width: Int
    private let heads: Int

    /// What is heard, as each layer asks for it: keys and values side by side.
    struct Source: Sendable {
        fileprivate var layers: [Matrix]
    }

    /// One hypothesis: the tokens that the decoder has seen, as each layer remembers them.
    struct State: Sendable {
        fileprivate var layers: [KeyValueCache]
        /// How many tokens were seen.
        fileprivate(set) var count = 0

        /// Forgets all but the first tokens.
        mutating func keep(first count: Int) {
            for layer in layers.indices { layers[layer].keep(first: count) }
            self.count = min(count, self.count)
        }
    }

    init(_ weights: WhisperWeights) throws(InferenceError) {
        let description = weights.description
        width = description.width
        heads = description.headCount
        embeddings = try weights.file.weights(
            "decoder/embeddings/weight", shape: [description.vocabularySize, description.width])
        places = try weights.file.weights(
            "decoder/position_encodings/encodings", shape: [description.textPositionCount, description.width])
        var layers: [Layer] = []
        for index in 0..<description.decoderLayerCount {
            let name = "decoder/layer_\(index)"
            layers.append(
                Layer(
                    selfAttention: try weights.selfAttention(name + "/self_attention"),
                    norm: try weights.norm(name + "/attention/layer_norm"),
                    ask: try weights.linear(name + "/attention/linear_0"),
                    offer: try weights.linear(name + "/attention/linear_1", outputs: 2 * description.width),
                    give: try weights.linear(name + "/attention/linear_2"),
                    feedForward: try weights.feedForward(name + "/ffn")))
        }
        self.layers = layers
        norm = try weights.norm("decoder/layer_norm")
        output = Linear(weight: embeddings)
    }

    /// Prepares to listen to what the encoder heard.
    func source(_ heard: Matrix) -> Source { Source(layers: layers.map { $0.offer(heard) }) }

    /// A hypothesis without any token.
    func start() -> State { State(layers: layers.map { _ in KeyValueCache(width: width) }) }

    /// Shows one hypothesis some tokens, and gives what may follow the one at each of `places` among them: a row of logits
    /// for each.
    func show(_ tokens: [Int], to state: inout State, source: Source, wanting rows: [Int]) -> Matrix {
        var states = [state]
        let positions = advance(tokens, states: &states, source: source)
        state = states[0]
        return output(
            norm(Matrix(rows: rows.count, columns: width, values: rows.flatMap { positions[row: $0] })))
    }

    /// Shows each hypothesis its next token; gives what may follow, a row of logits for each.
    func show(_ tokens: [Int], to states: inout [State], source: Source) -> Matrix {
        output(norm(advance(tokens, states: &states, source: source)))
    }

    /// How much each token of a text heeds each of the first positions of what is heard: a matrix for each head, a row for
    /// each token.
    func heed(
        _ tokens: [Int], source: Source, heads: [WhisperNetwork.AttentionHead], first count: Int
    ) -> [Matrix] {
        var states = [start()]
        var noted: [Matrix] = []
        _ = advance(tokens, states: &states, source: source) { layer, asked in
            for head in heads where head.layer == layer {
                let place = head.head * (width / self.heads)
                noted.append(
                    Attention.weights(
                        queries: MatrixPart(asked, from: place, columns: width / self.heads),
                        keys: MatrixPart(source.layers[layer], from: place, columns: width / self.heads),
                        first: count))
            }
        }
        return noted
    }

    /// The positions of new tokens, as many for each hypothesis, after all layers. `note` sees what each layer asks of what
    /// is heard.
    private func advance(
        _ tokens: [Int], states: inout [State], source: Source,
        note: (_ layer: Int, _ asked: Matrix) -> Void = { _, _ in }
    ) -> Matrix {
        let rows = tokens.count / states.count
        var values: [Float] = []
        values.reserveCapacity(tokens.count * width)
        for (index, token) in tokens.enumerated() {
            let place = places.row(states[index / rows].count + index % rows)
            values += zip(embeddings.row(token), place).map { $0 + $1 }
        }
        var positions = Matrix(rows: tokens.count, columns: width, values: values)
        for (index, layer) in layers.enumerated() {
            var pasts = states.map { $0.layers[index] }
            for state in states.indices { states[state].layers[index] = KeyValueCache(width: width) }
            layer.selfAttention.apply(to: &positions, pasts: &pasts)
            for (state, past) in pasts.enumerated() { states[state].layers[index] = past }
            let heard = source.layers[index]
            let asked = layer.ask(layer.norm(positions))
            note(index, asked)
            let gathered = Attention.gather(
                queries: MatrixPart(asked),
                keys: MatrixPart(heard, columns: width),
                values: MatrixPart(heard, from: width), heads: heads)
            positions.add(layer.give(gathered))
            layer.feedForward.apply(to: &positions)
        }
        for state in states.indices { states[state].count += rows }
        return positions
    }
}
