/// The names and shapes of the tensors in a Whisper model's `weights.safetensors`.
///
/// The names are those of CTranslate2's Whisper specification: queries, keys and values of self-attention are stacked in
/// `linear_0`, keys and values of the decoder's attention to the sound in `linear_1`.
struct WhisperLayout: Sendable, Hashable {
    /// A tensor of the model.
    struct Tensor: Sendable, Hashable {
        var name: String
        var shape: [Int]
    }

    /// All tensors, in the order in which a pass through the model uses them.
    let tensors: [Tensor]

    /// The tensors of a model of this shape.
    init(_ shape: WhisperShape) {
        let width = shape.width
        var tensors = [
            Tensor(name: "encoder/conv1/weight", shape: [width, shape.melBinCount, 3]),
            Tensor(name: "encoder/conv1/bias", shape: [width]),
            Tensor(name: "encoder/conv2/weight", shape: [width, width, 3]),
            Tensor(name: "encoder/conv2/bias", shape: [width]),
            Tensor(name: "encoder/position_encodings/encodings", shape: [shape.audioPositionCount, width]),
        ]
        for index in 0..<shape.encoderLayerCount {
            let layer = "encoder/layer_\(index)/"
            tensors += Self.selfAttention(layer, width) + Self.feedForward(layer, shape)
        }
        tensors += Self.norm("encoder/", width)
        tensors += [
            Tensor(name: "decoder/embeddings/weight", shape: [shape.vocabularySize, width]),
            Tensor(name: "decoder/position_encodings/encodings", shape: [shape.textPositionCount, width]),
        ]
        for index in 0..<shape.decoderLayerCount {
            let layer = "decoder/layer_\(index)/"
            tensors += Self.selfAttention(layer, width) + Self.attention(layer, width)
            tensors += Self.feedForward(layer, shape)
        }
        self.tensors = tensors + Self.norm("decoder/", width)
    }

    private static func selfAttention(_ layer: String, _ width: Int) -> [Tensor] {
        let part = layer + "self_attention/"
        return norm(part, width) + linear(part + "linear_0", width, 3 * width)
            + linear(part + "linear_1", width, width)
    }

    private static func attention(_ layer: String, _ width: Int) -> [Tensor] {
        let part = layer + "attention/"
        return norm(part, width) + linear(part + "linear_0", width, width)
            + linear(part + "linear_1", width, 2 * width) + linear(part + "linear_2", width, width)
    }

    private static func feedForward(_ layer: String, _ shape: WhisperShape) -> [Tensor] {
        let part = layer + "ffn/"
        return norm(part, shape.width) + linear(part + "linear_0", shape.width, shape.innerWidth)
            + linear(part + "linear_1", shape.innerWidth, shape.width)
    }

    private static func norm(_ part: String, _ width: Int) -> [Tensor] {
        [
            Tensor(name: part + "layer_norm/gamma", shape: [width]),
            Tensor(name: part + "layer_norm/beta", shape: [width]),
        ]
    }

    private static func linear(_ name: String, _ input: Int, _ output: Int) -> [Tensor] {
        [
            Tensor(name: name + "/weight", shape: [output, input]),
            Tensor(name: name + "/bias", shape: [output]),
        ]
    }
}
