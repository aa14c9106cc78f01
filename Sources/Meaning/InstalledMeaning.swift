internal import Inference
public import Language
public import Models

/// What is installed to know language by: WordNet and the sentence encoder, as far as they are there.
public struct InstalledMeaning: Sendable {
    /// The encoder's name among the models.
    public static let modelName = "minilm"

    /// How words are related; `nil` where the dictionary is not installed.
    public var thesaurus: (any Thesaurus)?
    /// What words mean by themselves; `nil` where the encoder is not installed.
    public var vectors: (any WordVectors)?
    /// What sentences mean; `nil` where the encoder is not installed.
    public var encoder: (any SentenceEncoder)?

    /// Opens what is installed.
    ///
    /// - Parameters:
    ///   - store: where models are.
    ///   - senses: how many meanings of a word count, the commonest first.
    /// - Throws: `WordNetError`, `ModelError` or `InferenceError` when something is installed and cannot be used.
    public init(in store: ModelStore = .ofUser, senses: Int = WordNet.commonSenses) throws {
        let wordNet = try WordNet.installed(senses: senses)
        try wordNet?.check()
        thesaurus = wordNet
        guard let model = try Self.model(in: store) else { return }
        let encoder = try MiniLMEncoder(model)
        // Damaged weights are often of the right length.
        guard encoder.encode("What a word means.").sentence.allSatisfy(\.isFinite) else {
            throw InferenceError.invalid(
                path: model.weightsPath, reason: "its numbers give no result; it may be damaged")
        }
        self.encoder = encoder
        vectors = encoder.wordVectors
    }

    /// The encoder's files; `nil` where it is not installed.
    private static func model(in store: ModelStore) throws(ModelError) -> InstalledModel? {
        do throws(ModelError) {
            return try store.model(named: modelName)
        } catch {
            if case .notInstalled = error { return nil }
            throw error
        }
    }
}
