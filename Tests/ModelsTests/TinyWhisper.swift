import TestSupport

@testable import Models

/// A Whisper model of a few thousand weights, written in the formats that can be converted.
///
/// The weights are eighths, which every format of floats holds exactly.
struct TinyWhisper {
    static let shape = WhisperShape(
        width: 8, headCount: 2, innerWidth: 16, encoderLayerCount: 1, decoderLayerCount: 1, melBinCount: 4,
        vocabularySize: tokens.count, audioPositionCount: 6, textPositionCount: 5)

    static let tokens = [
        "!", "a", "", "Ġthe", "Ċ", "<|endoftext|>", "<|startoftranscript|>", "<|en|>", "<|de|>",
        "<|translate|>",
        "<|notimestamps|>", "<|0.00|>",
    ]

    /// A tensor in the form in which a test may change it.
    struct Tensor {
        var name: String
        var shape: [Int]
        var floats: [Float]
    }

    /// All tensors under our names.
    var tensors: [Tensor]

    init() {
        tensors = WhisperLayout(Self.shape).tensors.enumerated().map { index, tensor in
            let count = tensor.shape.reduce(1, *)
            var floats = (0..<count).map { Float(($0 * 7 + index * 13) % 31 - 15) / 8 }
            // Whisper's keys have no bias.
            if tensor.name.hasSuffix("self_attention/linear_0/bias") {
                floats.replaceSubrange(8..<16, with: [Float](repeating: 0, count: 8))
            }
            if tensor.name.hasSuffix("/attention/linear_1/bias") {
                floats.replaceSubrange(0..<8, with: [Float](repeating: 0, count: 8))
            }
            return Tensor(name: tensor.name, shape: tensor.shape, floats: floats)
        }
    }

    subscript(name: String) -> Tensor {
        get { tensors.first { $0.name == name } ?? Tensor(name: name, shape: [], floats: []) }
        set { tensors = tensors.map { $0.name == name ? newValue : $0 } }
    }

    /// The bytes of floats in a format.
    static func bytes(_ floats: [Float], _ type: TensorType) -> [UInt8] {
        floats.flatMap { float -> [UInt8] in
            switch type {
            case .float16: BinaryFile.bytes(Float16(float).bitPattern)
            case .bfloat16: BinaryFile.bytes(UInt16(float.bitPattern >> 16))
            default: BinaryFile.bytes(float.bitPattern)
            }
        }
    }

    /// Writes what both formats need beside the weights: a vocabulary.
    static func writeVocabulary(to folder: String) throws {
        try TestFile.write(tokens.joined(separator: "\n") + "\n", to: folder + "/vocabulary.txt")
    }
}
