import Inference

/// Turns a spectrogram into what the decoder listens to: 50 positions a second.
struct WhisperEncoder: Sendable {
    private struct Layer {
        var attention: SelfAttention
        var feedForward: FeedForward
    }

    private let first: Linear
    private let second: Linear
    private let places: Weights
    private let layers: [Layer]
    private let norm: LayerNorm

    init(_ weights: WhisperWeights) throws(InferenceError) {
        let description = weights.description
        first = try weights.convolution("encoder/conv1", inputs: description.melBinCount)
        second = try weights.convolution("encoder/conv2", inputs: description.width)
        places = try weights.file.weights(
            "encoder/position_encodings/encodings",
            shape: [description.audioPositionCount, description.width])
        var layers: [Layer] = []
        for index in 0..<description.encoderLayerCount {
            let name = "encoder/layer_\(index)"
            layers.append(
                Layer(
                    attention: try weights.selfAttention(name + "/self_attention"),
                    feedForward: try weights.feedForward(name + "/ffn")))
        }
        self.layers = layers
        norm = try weights.norm("encoder/layer_norm")
    }

    /// What is heard at each position. `spectrogram` has an even number of frames, at most twice the positions there are.
    ///
    /// - Throws: What `check` throws, which is called before each layer.
    func callAsFunction<Failure: Error>(
        _ spectrogram: Matrix, check: () throws(Failure) -> Void
    ) throws(Failure) -> Matrix {
        var positions = first(Self.windows(of: spectrogram, step: 1))
        GELU.apply(to: &positions)
        positions = second(Self.windows(of: positions, step: 2))
        GELU.apply(to: &positions)
        let places = self.places.values.prefix(positions.values.count)
        positions.add(Matrix(rows: positions.rows, columns: positions.columns, values: Array(places)))
        for layer in layers {
            try check()
            layer.attention.apply(to: &positions)
            layer.feedForward.apply(to: &positions)
        }
        return norm(positions)
    }

    /// Three positions around every one or every other, nothing beyond the ends, in the order of a convolution's weights:
    /// for each column the three.
    private static func windows(of input: Matrix, step: Int) -> Matrix {
        let rows = (input.rows + step - 1) / step
        let columns = input.columns
        let values = [Float](unsafeUninitializedCapacity: rows * columns * 3) { windows, count in
            input.values.withUnsafeBufferPointer { input in
                let total = input.count / max(1, columns)
                for row in 0..<rows {
                    for offset in 0..<3 {
                        let source = row * step + offset - 1
                        let place = row * columns * 3 + offset
                        let isThere = source >= 0 && source < total
                        for column in 0..<columns {
                            windows[place + column * 3] = isThere ? input[source * columns + column] : 0
                        }
                    }
                }
            }
            count = rows * columns * 3
        }
        return Matrix(rows: rows, columns: columns * 3, values: values)
    }
}
