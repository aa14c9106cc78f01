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
    /// - Throws: `WordNetError` or `InferenceError` when something is installed and cannot be used.
    public init(in store: ModelStore = .ofUser, senses: Int = WordNet.commonSenses) throws {
        thesaurus = try WordNet.installed(senses: senses)
        guard let model = try? store.model(named: Self.modelName) else { return }
        let encoder = try MiniLMEncoder(model)
        self.encoder = encoder
        vectors = encoder.wordVectors
    }
}
