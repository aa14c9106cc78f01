import Models
import Speech
import TestSupport

@testable import Meaning

/// A sentence encoder of random weights and a few pieces of words. What it says makes no sense, but follows from the text.
enum TinyMiniLM {
    static let pieces = [
        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "queue", "un", "##aff", "##able", "##s", "a",
        "##a", "##aa",
        "b", "cafe", ",", ".", "'", "t", "don", "世", "界", "ᄀ", "##ᅡ", "σ", "##ς", "##σ", "!", "fast", "##er",
        "i",
    ]

    /// 16 positions: 14 tokens of a text at once.
    static let shape = BERTShape(
        width: 8, headCount: 2, innerWidth: 16, layerCount: 2, vocabularySize: pieces.count, positionCount: 16
    )

    /// A tensor's name, shape and numbers.
    struct Tensor {
        var name: String
        var shape: [Int]
        var numbers: [Float]
    }

    /// All tensors of a network.
    static func tensors(_ shape: BERTShape = shape) -> [Tensor] {
        var random = SplitMix64(seed: 7)
        func tensor(_ name: String, _ shape: [Int], around: Float = 0) -> Tensor {
            let numbers = (0..<shape.reduce(1, *)).map { _ in
                around + Float.random(in: -0.7...0.7, using: &random)
            }
            return Tensor(name: name, shape: shape, numbers: numbers)
        }
        func norm(_ name: String) -> [Tensor] {
            [
                tensor(name + "/gamma", [shape.width], around: 1), tensor(name + "/beta", [shape.width]),
            ]
        }
        func linear(_ name: String, _ outputs: Int, _ inputs: Int) -> [Tensor] {
            [tensor(name + "/weight", [outputs, inputs]), tensor(name + "/bias", [outputs])]
        }
        let width = shape.width
        var tensors = [
            tensor("encoder/embeddings_0/weight", [shape.vocabularySize, width]),
            tensor("encoder/embeddings_1/weight", [shape.kindCount, width]),
            tensor("encoder/position_encodings/encodings", [shape.positionCount, width]),
        ]
        tensors += norm("encoder/layernorm_embedding")
        for index in 0..<shape.layerCount {
            let layer = "encoder/layer_\(index)/"
            tensors += linear(layer + "self_attention/linear_0", 3 * width, width)
            tensors += linear(layer + "self_attention/linear_1", width, width)
            tensors += norm(layer + "self_attention/layer_norm")
            tensors += linear(layer + "ffn/linear_0", shape.innerWidth, width)
            tensors += linear(layer + "ffn/linear_1", width, shape.innerWidth)
            tensors += norm(layer + "ffn/layer_norm")
        }
        return tensors
    }

    /// A file of weights.
    static func bytes(_ tensors: [Tensor]) -> [UInt8] {
        var entries: [String] = []
        var numbers: [Float] = []
        for tensor in tensors {
            let start = 4 * numbers.count
            numbers += tensor.numbers
            entries.append(
                "\"\(tensor.name)\":{\"dtype\":\"F32\",\"shape\":\(tensor.shape),\"data_offsets\":"
                    + "[\(start),\(4 * numbers.count)]}")
        }
        var header = Array("{\(entries.joined(separator: ","))}".utf8)
        while header.count % 8 != 0 { header.append(0x20) }
        return withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) } + header
            + numbers.withUnsafeBytes { Array($0) }
    }

    /// Its pieces as a file.
    static var vocabulary: [UInt8] { Array((pieces.joined(separator: "\n") + "\n").utf8) }

    /// An encoder of these files. They are mapped, and stay so when they are removed.
    static func encoder(
        weights: [UInt8]? = nil, vocabulary: [UInt8] = vocabulary, shape: BERTShape = shape
    ) throws -> MiniLMEncoder {
        let folder = try TestFolder()
        defer { withExtendedLifetime(folder) {} }
        return try MiniLMEncoder(
            weights: folder.write(weights ?? bytes(tensors()), to: "weights"),
            vocabulary: folder.write(vocabulary, to: "vocabulary"), shape: shape)
    }

    /// Its tokenizer.
    static func tokenizer(_ vocabulary: [UInt8] = vocabulary, size: Int = pieces.count) throws
        -> WordPieceTokenizer
    {
        let folder = try TestFolder()
        defer { withExtendedLifetime(folder) {} }
        return try WordPieceTokenizer(vocabulary: folder.write(vocabulary), size: size)
    }
}
