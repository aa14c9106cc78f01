internal import FoundationEssentials

/// A folder with a model as others publish it.
struct SourceFolder: Sendable, Hashable {
    /// How large the small files of a model may be, in bytes: the largest tokenizer.json has about 4 MB.
    static let textLimitBytes = 64 << 20
    /// How large a file of weights may be, in bytes: Whisper large as 32-bit floats has 6.2 GB.
    static let weightsLimitBytes = 16 << 30

    /// The files of weights that can be converted.
    static let weightNames = ["model.safetensors", "model.bin"]
    /// The files that say how the weights are used and what the tokens are.
    static let textNames = [
        "config.json", "generation_config.json", "vocab.json", "added_tokens.json", "tokenizer.json",
        "vocabulary.txt", "vocabulary.json", "vocab.txt", "tokenizer_config.json",
    ]

    var path: String

    /// The path of a file in it.
    func path(of name: String) -> String { path + "/" + name }

    /// Whether it has a file of this name.
    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(of: name)) }

    /// The bytes of a small file.
    func bytes(of name: String) throws(ModelError) -> [UInt8] {
        try SourceFile(path(of: name)).readAll(limitBytes: Self.textLimitBytes)
    }

    /// A JSON file as a value.
    ///
    /// - Throws: `ModelError.damaged` when it is not the value's JSON, `readFailed`.
    func decode<Value: Decodable>(_ type: Value.Type, from name: String) throws(ModelError) -> Value {
        let bytes = try bytes(of: name)
        do { return try JSONDecoder().decode(type, from: Data(bytes)) } catch {
            throw .damaged(path: path(of: name), reason: SystemReason.of(error))
        }
    }

    /// What is wrong with the folder as a source of weights.
    func noWeights() -> ModelError {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: path).sorted() } catch {
            return .noWeights(path: path, reason: "there is no such folder, or it cannot be read")
        }
        let reason =
            if names.contains(where: { $0.hasSuffix(".safetensors.index.json") }) {
                "its weights are split over several files, which is not supported: take a model.safetensors in one piece"
            } else if names.contains(where: { $0 == "pytorch_model.bin" || $0.hasSuffix(".pt") }) {
                "it holds PyTorch weights, a format that can run programs when it is opened: take the model.safetensors"
            } else if let name = names.first(where: { $0.hasPrefix("ggml") || $0.hasSuffix(".gguf") }) {
                "\(name) is in whisper.cpp's own format"
            } else if let name = names.first(where: { name in
                Self.weightNames.contains { has(name + "/" + $0) }
            }) {
                "it is in the folder \(name) inside: name that one"
            } else {
                "it has neither model.safetensors nor model.bin"
            }
        return .noWeights(path: path, reason: reason)
    }
}
