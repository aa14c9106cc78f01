import Foundation
import Inference
import Speech
import TestSupport

@testable import Recognition

/// A small Whisper model of random weights: two seconds of audio, one layer of each kind, the words of `TestWords`. What it
/// writes makes no sense, but follows from what it hears.
enum TinyWhisper {
    static let description = WhisperNetwork(
        width: 64, headCount: 1, encoderLayerCount: 1, decoderLayerCount: 1, melBinCount: 80,
        audioPositionCount: 100,
        textPositionCount: 24, vocabularySize: 51_864, isMultilingual: false, suppressedTokens: [],
        suppressedAtBegin: [])

    private struct Parts: Sendable {
        var file: WeightFile
        var model: WhisperModel
        var encoder: WhisperEncoder
        var decoder: WhisperDecoder
    }

    private static let opened = Result {
        // The files are mapped, and stay so when they are removed.
        let folder = try TestFolder()
        defer { withExtendedLifetime(folder) {} }
        let path = try folder.write(weights(), to: "weights")
        let file = try WeightFile(path: path)
        let parts = try WhisperWeights(file: file, description: description)
        return Parts(
            file: file,
            model: try WhisperModel(
                weights: path, vocabulary: folder.write(TestWords.data, to: "vocabulary"),
                description: description),
            encoder: try WhisperEncoder(parts), decoder: try WhisperDecoder(parts))
    }

    static func file() throws -> WeightFile { try opened.get().file }
    static func model() throws -> WhisperModel { try opened.get().model }
    static func encoder() throws -> WhisperEncoder { try opened.get().encoder }
    static func decoder() throws -> WhisperDecoder { try opened.get().decoder }

    /// The model, which may put out only some tokens.
    static func model(allowing tokens: Set<Int>) throws -> WhisperModel {
        let folder = try TestFolder()
        defer { withExtendedLifetime(folder) {} }
        var description = description
        description.suppressedTokens = (0...TestWords.end).filter { !tokens.contains($0) }
        description.suppressedAtBegin = [TestWords.end]
        return try WhisperModel(
            weights: folder.write(weights(), to: "weights"),
            vocabulary: folder.write(TestWords.data, to: "vocabulary"), description: description)
    }

    /// A search that may put out only some tokens.
    static func search(_ allowed: Set<Int>) throws -> WhisperSearch {
        var description = description
        description.suppressedTokens = (0...TestWords.end).filter { !allowed.contains($0) }
        let tokens = SpecialTokens(description)
        return WhisperSearch(
            decoder: try decoder(), rules: TokenRules(description, tokens: tokens), tokens: tokens,
            limit: description.textPositionCount)
    }

    /// Tones that follow from `seed`.
    static func tones(_ count: Int, seed: UInt64 = 1) -> [Float] {
        var random = SplitMix64(seed: seed)
        let steps = (0..<3).map { _ in Float.random(in: 0.05...1.5, using: &random) }
        return (0..<count).map { place in
            steps.reduce(0) { $0 + 0.2 * sin($1 * Float(place % 4_000)) }
        }
    }

    /// Each tensor with how large its numbers are, and around which number.
    private static func tensors(_ description: WhisperNetwork) -> [(
        name: String, shape: [Int], size: Float, around: Float
    )] {
        let width = description.width
        var tensors: [(name: String, shape: [Int], size: Float, around: Float)] = []
        func linear(_ name: String, _ outputs: Int, _ inputs: Int) {
            tensors.append((name + "/weight", [outputs, inputs], 1.7 / Float(inputs).squareRoot(), 0))
            tensors.append((name + "/bias", [outputs], 0.1, 0))
        }
        func norm(_ name: String) {
            tensors.append((name + "/gamma", [width], 0.2, 1))
            tensors.append((name + "/beta", [width], 0.1, 0))
        }
        func layer(_ name: String, isDecoder: Bool) {
            norm(name + "/self_attention/layer_norm")
            linear(name + "/self_attention/linear_0", 3 * width, width)
            linear(name + "/self_attention/linear_1", width, width)
            if isDecoder {
                norm(name + "/attention/layer_norm")
                linear(name + "/attention/linear_0", width, width)
                linear(name + "/attention/linear_1", 2 * width, width)
                linear(name + "/attention/linear_2", width, width)
            }
            norm(name + "/ffn/layer_norm")
            linear(name + "/ffn/linear_0", 4 * width, width)
            linear(name + "/ffn/linear_1", width, 4 * width)
        }
        tensors.append(("encoder/conv1/weight", [width, description.melBinCount, 3], 0.1, 0))
        tensors.append(("encoder/conv1/bias", [width], 0.1, 0))
        tensors.append(("encoder/conv2/weight", [width, width, 3], 0.15, 0))
        tensors.append(("encoder/conv2/bias", [width], 0.1, 0))
        tensors.append(
            ("encoder/position_encodings/encodings", [description.audioPositionCount, width], 0.3, 0))
        tensors.append(
            ("decoder/position_encodings/encodings", [description.textPositionCount, width], 1, 0))
        tensors.append(("decoder/embeddings/weight", [description.vocabularySize, width], 1, 0))
        for name in ["encoder", "decoder"] {
            norm(name + "/layer_norm")
            layer(name + "/layer_0", isDecoder: name == "decoder")
        }
        return tensors
    }

    private static func weights() -> Data {
        var entries: [String] = []
        var numbers: [Float] = []
        var state: UInt32 = 1
        for (name, shape, size, around) in tensors(description) {
            let start = numbers.count
            let count = shape.reduce(1, *)
            numbers += [Float](unsafeUninitializedCapacity: count) { buffer, filled in
                for index in 0..<count {
                    // Numerical Recipes' generator: plain enough for millions of numbers in a debug build.
                    state = state &* 1_664_525 &+ 1_013_904_223
                    buffer[index] = around + size * (Float(state >> 8) / 8_388_608 - 1)
                }
                filled = count
            }
            let sizes = shape.map(String.init).joined(separator: ",")
            entries.append(
                "\"\(name)\":{\"dtype\":\"F32\",\"shape\":[\(sizes)],\"data_offsets\":[\(4 * start),\(4 * numbers.count)]}"
            )
        }
        var header = "{" + entries.joined(separator: ",") + "}"
        while header.utf8.count % 8 != 0 { header += " " }
        return withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Data($0) } + Data(header.utf8)
            + numbers.withUnsafeBytes { Data($0) }
    }
}
