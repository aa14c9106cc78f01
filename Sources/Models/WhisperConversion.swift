/// A Whisper model in somebody's format, understood and checked, and ready to be written in ours.
struct WhisperConversion: Sendable {
    /// From this many tokens on, a model knows more languages than English (`is_multilingual` of
    /// github.com/openai/whisper, whisper/model.py).
    static let multilingualVocabularySize = 51865

    let directory: TensorDirectory
    let tensors: [PlannedTensor]
    let description: WhisperDescription
    let vocabulary: Vocabulary

    /// The model in a folder, in whichever of the known formats it is.
    ///
    /// - Throws: `ModelError.noWeights`, `unsupported`, `damaged`, `readFailed`.
    static func of(_ folder: SourceFolder) throws(ModelError) -> WhisperConversion {
        let weights = SourceFolder.weightNames.filter(folder.has)
        guard let first = weights.first else { throw folder.noWeights() }
        guard folder.has("config.json") else {
            throw .noWeights(path: folder.path, reason: "it has \(first), and no config.json")
        }
        let config = try folder.decode(HuggingFaceConfig.self, from: "config.json")
        // Only Hugging Face's config.json names the kind of model.
        let isHuggingFace = config.modelType != nil
        let name = isHuggingFace ? "model.safetensors" : "model.bin"
        guard weights.contains(name) else {
            throw isHuggingFace
                ? .noWeights(
                    path: folder.path,
                    reason: "its config.json is Hugging Face's, and it has no model.safetensors")
                : .noWeights(
                    path: folder.path,
                    reason: "it has model.safetensors, and its config.json does not name a model_type")
        }
        let file = try SourceFile(folder.path(of: name))
        guard file.sizeBytes <= SourceFolder.weightsLimitBytes else {
            throw .unsupported(path: file.path, what: "it has \(ByteCount(file.sizeBytes))")
        }
        return isHuggingFace
            ? try HuggingFaceWhisper(folder, config: config, file: file).conversion()
            : try CTranslate2Whisper(folder, file: file).conversion()
    }

    /// Puts together what a format's reader found.
    ///
    /// - Throws: `ModelError.damaged` when parts of it contradict each other.
    init(
        folder: SourceFolder, directory: TensorDirectory, tensors: [PlannedTensor], shape: WhisperShape,
        settings: WhisperSettings
    ) throws(ModelError) {
        let vocabulary = try Vocabulary(folder, size: shape.vocabularySize)
        let isMultilingual =
            settings.isMultilingual ?? (shape.vocabularySize >= Self.multilingualVocabularySize)
        let languages = vocabulary.languages
        for (code, id) in settings.languageTokens where languages[code] != id {
            throw .damaged(
                path: settings.path,
                reason:
                    "it says that token \(id) stands for the language \(code), and the vocabulary says otherwise"
            )
        }
        let description = WhisperDescription(
            shape: shape, isMultilingual: isMultilingual, languageTokens: isMultilingual ? languages : [:],
            suppressedTokens: settings.suppressedTokens, suppressedAtBegin: settings.suppressedAtBegin,
            alignmentHeads: settings.alignmentHeads)
        if let fault = description.fault { throw .damaged(path: settings.path, reason: fault) }
        self.directory = directory
        self.tensors = tensors
        self.description = description
        self.vocabulary = vocabulary
    }
}
