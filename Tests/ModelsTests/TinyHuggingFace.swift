import FoundationEssentials
import TestSupport

@testable import Models

/// The tiny model as Hugging Face's transformers would save it.
struct TinyHuggingFace {
    struct Tensor {
        var type: String
        var shape: [Int]
        var bytes: [UInt8]
    }

    var tensors: [String: Tensor] = [:]
    var config: [String: String] = [
        "model_type": "\"whisper\"", "d_model": "8", "encoder_attention_heads": "2",
        "decoder_attention_heads": "2",
        "encoder_layers": "1", "decoder_layers": "1", "encoder_ffn_dim": "16", "num_mel_bins": "4",
        "vocab_size": "12", "max_source_positions": "6", "max_target_positions": "5",
        "activation_function": "\"gelu\"", "scale_embedding": "false",
    ]
    var generation: [String: String] = [
        "suppress_tokens": "[1, 2]", "begin_suppress_tokens": "[3, 5]", "alignment_heads": "[[0, 1]]",
        "is_multilingual": "true", "lang_to_id": "{\"<|en|>\": 7, \"<|de|>\": 8}",
    ]
    var vocabulary = Dictionary(uniqueKeysWithValues: TinyWhisper.tokens.enumerated().map { ($1, $0) })

    init(_ model: TinyWhisper = TinyWhisper(), type: TensorType = .float32, prefix: String = "model.") {
        for tensor in model.tensors {
            let names = Self.names(tensor.name, prefix: prefix)
            let count = tensor.floats.count / names.count
            for (index, name) in names.enumerated() where !name.hasSuffix("k_proj.bias") {
                let floats = Array(tensor.floats[(index * count)..<((index + 1) * count)])
                tensors[name] = Tensor(
                    type: type.rawValue, shape: [tensor.shape[0] / names.count] + tensor.shape.dropFirst(),
                    bytes: TinyWhisper.bytes(floats, type))
            }
        }
    }

    /// The bytes of `model.safetensors`.
    var bytes: [UInt8] { Self.file(tensors.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }) }

    /// A file in the format safetensors.
    static func file(_ tensors: [(String, Tensor)]) -> [UInt8] {
        var entries = ["\"__metadata__\": {\"format\": \"pt\"}"]
        var data: [UInt8] = []
        for (name, tensor) in tensors {
            entries.append(
                "\"\(name)\": {\"dtype\": \"\(tensor.type)\", \"shape\": \(tensor.shape), \"data_offsets\": "
                    + "[\(data.count), \(data.count + tensor.bytes.count)]}")
            data += tensor.bytes
        }
        return file(header: "{" + entries.joined(separator: ", ") + "}", data: data)
    }

    /// A file in the format safetensors with any header.
    static func file(header: String, data: [UInt8] = []) -> [UInt8] {
        BinaryFile.bytes(UInt64(header.utf8.count)) + [UInt8](header.utf8) + data
    }

    /// Writes the folder.
    func write(to folder: String) throws {
        try TestFile.write(bytes, to: folder + "/model.safetensors")
        try TestFile.write(Self.json(config), to: folder + "/config.json")
        try TestFile.write(Self.json(generation), to: folder + "/generation_config.json")
        let vocabulary = try JSONEncoder().encode(vocabulary)
        try TestFile.write([UInt8](vocabulary), to: folder + "/vocab.json")
    }

    private static func json(_ fields: [String: String]) -> String {
        "{" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
    }

    /// Hugging Face's names for one of ours, written down apart from what is tested.
    private static func names(_ name: String, prefix: String) -> [String] {
        let names = [
            "position_encodings/encodings": ["embed_positions.weight"],
            "embeddings/weight": ["embed_tokens.weight"],
            "conv1/weight": ["conv1.weight"], "conv1/bias": ["conv1.bias"], "conv2/weight": ["conv2.weight"],
            "conv2/bias": ["conv2.bias"],
        ]
        let modules = [
            "self_attention/layer_norm": ["self_attn_layer_norm"],
            "self_attention/linear_0": ["self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"],
            "self_attention/linear_1": ["self_attn.out_proj"],
            "attention/layer_norm": ["encoder_attn_layer_norm"],
            "attention/linear_0": ["encoder_attn.q_proj"],
            "attention/linear_1": ["encoder_attn.k_proj", "encoder_attn.v_proj"],
            "attention/linear_2": ["encoder_attn.out_proj"], "ffn/layer_norm": ["final_layer_norm"],
            "ffn/linear_0": ["fc1"], "ffn/linear_1": ["fc2"], "layer_norm": ["layer_norm"],
        ]
        let ends = ["gamma": "weight", "beta": "bias"]
        let side = String(name.prefix(7))
        var rest = String(name.dropFirst(8))
        var layer = ""
        if rest.hasPrefix("layer_0/") {
            rest = String(rest.dropFirst(8))
            layer = "layers.0."
        }
        if let known = names[rest] { return known.map { "\(prefix)\(side).\($0)" } }
        let parts = rest.split(separator: "/").map(String.init)
        let end = ends[parts.last ?? ""] ?? parts.last ?? ""
        return (modules[parts.dropLast().joined(separator: "/")] ?? []).map {
            "\(prefix)\(side).\(layer)\($0).\(end)"
        }
    }
}
