import FoundationEssentials
import TestSupport

@testable import Models

/// A BERT model of a few hundred weights as Hugging Face's transformers would save it.
struct TinyBERT {
    static let shape = BERTShape(
        width: 8, headCount: 2, innerWidth: 16, layerCount: 2, vocabularySize: pieces.count, positionCount: 6)

    static let pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "##s", "\u{F900}", "\u{8C48}"]

    /// The weights by Hugging Face's names, eighths, which every format of floats holds exactly.
    var tensors: [String: (shape: [Int], floats: [Float])] = [:]
    /// Tensors that have no part in encoding.
    var others: [String: TinyHuggingFace.Tensor] = [
        "embeddings.position_ids": TinyHuggingFace.Tensor(
            type: "I64", shape: [1, 2], bytes: [UInt8](repeating: 0, count: 16)),
        "pooler.dense.weight": TinyHuggingFace.Tensor(
            type: "F32", shape: [2], bytes: [UInt8](repeating: 0, count: 8)),
    ]
    var config: [String: String] = [
        "model_type": "\"bert\"", "hidden_size": "8", "num_attention_heads": "2", "intermediate_size": "16",
        "num_hidden_layers": "2", "vocab_size": "8", "max_position_embeddings": "6", "type_vocab_size": "2",
        "hidden_act": "\"gelu\"", "position_embedding_type": "\"absolute\"", "layer_norm_eps": "1e-12",
    ]
    var tokenizer: [String: String] = [
        "do_lower_case": "true", "strip_accents": "null", "tokenize_chinese_chars": "true",
    ]
    var vocabulary = pieces.joined(separator: "\n") + "\n"
    var type = TensorType.float32
    var prefix = ""

    init() {
        var seed = 0
        func add(_ name: String, _ shape: [Int]) {
            seed += 13
            tensors[name] = (shape, (0..<shape.reduce(1, *)).map { Float(($0 * 7 + seed) % 31 - 15) / 8 })
        }
        func norm(_ name: String) {
            add(name + ".weight", [8])
            add(name + ".bias", [8])
        }
        func linear(_ name: String, _ outputs: Int, _ inputs: Int) {
            add(name + ".weight", [outputs, inputs])
            add(name + ".bias", [outputs])
        }
        add("embeddings.word_embeddings.weight", [8, 8])
        add("embeddings.position_embeddings.weight", [6, 8])
        add("embeddings.token_type_embeddings.weight", [2, 8])
        norm("embeddings.LayerNorm")
        for layer in ["encoder.layer.0.", "encoder.layer.1."] {
            for part in ["query", "key", "value"] { linear(layer + "attention.self." + part, 8, 8) }
            linear(layer + "attention.output.dense", 8, 8)
            norm(layer + "attention.output.LayerNorm")
            linear(layer + "intermediate.dense", 16, 8)
            linear(layer + "output.dense", 8, 16)
            norm(layer + "output.LayerNorm")
        }
    }

    /// Writes the folder.
    func write(to folder: String) throws {
        var all = others
        for (name, tensor) in tensors {
            all[name] = TinyHuggingFace.Tensor(
                type: type.rawValue, shape: tensor.shape, bytes: TinyWhisper.bytes(tensor.floats, type))
        }
        let named = all.sorted { $0.key < $1.key }.map { (prefix + $0.key, $0.value) }
        try TestFile.write(TinyHuggingFace.file(named), to: folder + "/model.safetensors")
        try TestFile.write(Self.json(config), to: folder + "/config.json")
        try TestFile.write(Self.json(tokenizer), to: folder + "/tokenizer_config.json")
        try TestFile.write(vocabulary, to: folder + "/vocab.txt")
    }

    private static func json(_ fields: [String: String]) -> String {
        "{" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
    }
}
