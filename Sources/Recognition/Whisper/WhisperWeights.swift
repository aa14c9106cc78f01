import Inference

/// The layers of a model, by the names of CTranslate2's Whisper specification.
struct WhisperWeights {
    let file: WeightFile
    let description: WhisperNetwork

    /// The layers in a file.
    ///
    /// - Throws: `InferenceError.invalid` when a model of this description cannot be, or has fewer layers than the file.
    init(file: WeightFile, description: WhisperNetwork) throws(InferenceError) {
        self.file = file
        self.description = description
        if let reason = description.flaw { throw .invalid(path: file.path, reason: reason) }
        for next in [
            "encoder/layer_\(description.encoderLayerCount)",
            "decoder/layer_\(description.decoderLayerCount)",
        ]
        where file.names.contains(where: { $0.hasPrefix(next + "/") }) {
            throw .invalid(
                path: file.path, reason: "it has more layers than its description, such as \(next)")
        }
    }

    func vector(_ name: String, count: Int? = nil) throws(InferenceError) -> [Float] {
        try file.weights(name, shape: [count ?? description.width]).values
    }

    func linear(_ name: String, outputs: Int? = nil, inputs: Int? = nil) throws(InferenceError) -> Linear {
        let (outputs, inputs) = (outputs ?? description.width, inputs ?? description.width)
        return Linear(
            weight: try file.weights(name + "/weight", shape: [outputs, inputs]),
            bias: try vector(name + "/bias", count: outputs))
    }

    func norm(_ name: String) throws(InferenceError) -> LayerNorm {
        LayerNorm(scale: try vector(name + "/gamma"), shift: try vector(name + "/beta"))
    }

    /// A convolution over three positions, as a layer of what stands in them.
    func convolution(_ name: String, inputs: Int) throws(InferenceError) -> Linear {
        Linear(
            weight: try file.weights(name + "/weight", shape: [description.width, inputs, 3]),
            bias: try vector(name + "/bias"))
    }

    func feedForward(_ name: String) throws(InferenceError) -> FeedForward {
        let inner = 4 * description.width
        return FeedForward(
            norm: try norm(name + "/layer_norm"), widen: try linear(name + "/linear_0", outputs: inner),
            narrow: try linear(name + "/linear_1", inputs: inner))
    }

    func selfAttention(_ name: String) throws(InferenceError) -> SelfAttention {
        SelfAttention(
            norm: try norm(name + "/layer_norm"),
            ask: try linear(name + "/linear_0", outputs: 3 * description.width),
            give: try linear(name + "/linear_1"), heads: description.headCount)
    }
}
