/// The names that Hugging Face's transformers give to Whisper's weights.
struct HuggingFaceNames: Sendable {
    /// The output weights, which mostly are left out because they are the embeddings once more.
    static let output = "proj_out.weight"

    /// What stands in front of all other names: `model.` or nothing.
    let prefix: String

    var encoderLayers: String { prefix + "encoder.layers." }
    var decoderLayers: String { prefix + "decoder.layers." }

    /// Whether this is the bias of keys, which Whisper has not.
    static func isKeyBias(_ name: String) -> Bool { name.hasSuffix(".k_proj.bias") }

    /// The tensors that are stacked into ours, in their order.
    ///
    /// - Parameter name: A name of `WhisperLayout`, for example `decoder/layer_0/attention/linear_1/weight`.
    func parts(of name: String) -> [String] {
        var path = name.split(separator: "/").map(String.init)
        let side = path.removeFirst()
        let end = path.removeLast()
        let kind = ["gamma": "weight", "beta": "bias", "encodings": "weight"][end] ?? end
        var stem = prefix + side + "."
        if path.first?.hasPrefix("layer_") == true, path.first != "layer_norm" {
            stem += "layers.\(path.removeFirst().dropFirst("layer_".count))."
        }
        return Self.modules(path.joined(separator: "/")).map { stem + $0 + "." + kind }
    }

    private static func modules(_ part: String) -> [String] {
        switch part {
        case "position_encodings": ["embed_positions"]
        case "embeddings": ["embed_tokens"]
        case "self_attention/layer_norm": ["self_attn_layer_norm"]
        case "self_attention/linear_0": ["self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"]
        case "self_attention/linear_1": ["self_attn.out_proj"]
        case "attention/layer_norm": ["encoder_attn_layer_norm"]
        case "attention/linear_0": ["encoder_attn.q_proj"]
        case "attention/linear_1": ["encoder_attn.k_proj", "encoder_attn.v_proj"]
        case "attention/linear_2": ["encoder_attn.out_proj"]
        case "ffn/layer_norm": ["final_layer_norm"]
        case "ffn/linear_0": ["fc1"]
        case "ffn/linear_1": ["fc2"]
        // The convolutions and the last normalisation have the same names.
        default: [part]
        }
    }
}
