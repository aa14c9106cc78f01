/// The names and shapes of the tensors in a BERT model's `weights.safetensors`.
///
/// The names are those of CTranslate2's specification of transformers: queries, keys and values are stacked in `linear_0`.
struct BERTLayout: Sendable, Hashable {
    /// A tensor of the model.
    struct Tensor: Sendable, Hashable {
        var name: String
        var shape: [Int]
        /// The tensors that are stacked into it, as Hugging Face's transformers name them.
        var sources: [String]
    }

    /// All tensors, in the order in which a pass through the model uses them.
    let tensors: [Tensor]

    /// The tensors of a model of this shape.
    init(_ shape: BERTShape) {
        let (width, inner) = (shape.width, shape.innerWidth)
        var tensors = [
            Tensor(
                name: "encoder/embeddings_0/weight", shape: [shape.vocabularySize, width],
                sources: ["embeddings.word_embeddings.weight"]),
            Tensor(
                name: "encoder/embeddings_1/weight", shape: [shape.kindCount, width],
                sources: ["embeddings.token_type_embeddings.weight"]),
            Tensor(
                name: "encoder/position_encodings/encodings", shape: [shape.positionCount, width],
                sources: ["embeddings.position_embeddings.weight"]),
        ]
        tensors += Self.norm("encoder/layernorm_embedding", width, "embeddings.LayerNorm")
        for index in 0..<shape.layerCount {
            let (layer, source) = ("encoder/layer_\(index)/", "encoder.layer.\(index).")
            let attention = source + "attention."
            tensors += Self.linear(
                layer + "self_attention/linear_0", [3 * width, width],
                ["query", "key", "value"].map { attention + "self." + $0 })
            tensors += Self.linear(
                layer + "self_attention/linear_1", [width, width], [attention + "output.dense"])
            tensors += Self.norm(
                layer + "self_attention/layer_norm", width, attention + "output.LayerNorm")
            tensors += Self.linear(
                layer + "ffn/linear_0", [inner, width], [source + "intermediate.dense"])
            tensors += Self.linear(layer + "ffn/linear_1", [width, inner], [source + "output.dense"])
            tensors += Self.norm(layer + "ffn/layer_norm", width, source + "output.LayerNorm")
        }
        self.tensors = tensors
    }

    private static func norm(_ name: String, _ width: Int, _ source: String) -> [Tensor] {
        [
            Tensor(name: name + "/gamma", shape: [width], sources: [source + ".weight"]),
            Tensor(name: name + "/beta", shape: [width], sources: [source + ".bias"]),
        ]
    }

    private static func linear(_ name: String, _ shape: [Int], _ sources: [String]) -> [Tensor] {
        [
            Tensor(name: name + "/weight", shape: shape, sources: sources.map { $0 + ".weight" }),
            Tensor(name: name + "/bias", shape: [shape[0]], sources: sources.map { $0 + ".bias" }),
        ]
    }
}
