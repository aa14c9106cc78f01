/// A model in somebody's format, understood and checked, and ready to be written in ours.
struct ModelConversion: Sendable {
    /// What it is, with what one must know of it.
    enum Kind: Sendable, Hashable {
        case whisper(WhisperDescription)
        case bert(BERTShape)
    }

    let directory: TensorDirectory
    let tensors: [PlannedTensor]
    let kind: Kind
    /// The tokens as a file: a line for each.
    let vocabulary: String

    /// The model in a folder, in whichever of the known formats it is.
    ///
    /// - Throws: `ModelError.noWeights`, `unsupported`, `damaged`, `readFailed`.
    static func of(_ folder: SourceFolder) throws(ModelError) -> ModelConversion {
        if folder.has("config.json"),
            try folder.decode(HuggingFaceConfig.self, from: "config.json").modelType == "bert"
        {
            return try HuggingFaceBERT(folder).conversion()
        }
        return ModelConversion(try WhisperConversion.of(folder))
    }

    /// What a format's reader found in a Whisper model.
    private init(_ whisper: WhisperConversion) {
        self.init(
            directory: whisper.directory, tensors: whisper.tensors, kind: .whisper(whisper.description),
            vocabulary: whisper.vocabulary.text)
    }

    init(directory: TensorDirectory, tensors: [PlannedTensor], kind: Kind, vocabulary: String) {
        (self.directory, self.tensors, self.kind, self.vocabulary) = (directory, tensors, kind, vocabulary)
    }

    /// What it does.
    var family: ModelFamily {
        switch kind {
        case .whisper: .whisper
        case .bert: .bert
        }
    }

    /// What one must know of it as a Whisper model; `nil` for another.
    var whisper: WhisperDescription? {
        if case .whisper(let description) = kind { description } else { nil }
    }

    /// Its sizes as a BERT model; `nil` for another.
    var bert: BERTShape? {
        if case .bert(let shape) = kind { shape } else { nil }
    }

    /// How many bytes the weights take as 32-bit floats, without the header of their file.
    var weightsSizeBytes: Int { tensors.reduce(0) { $0 + $1.sizeBytes } }

    /// In what it differs from a known model, in words; `nil` when it can be that one.
    func difference(from entry: ModelCatalogue.Entry) -> String? {
        if entry.family != family {
            return "it is a model of the family \(family.rawValue) instead of \(entry.family.rawValue)"
        }
        if let expected = entry.whisper, let whisper, expected != whisper.shape {
            return expected.difference(from: whisper.shape)
        }
        if let expected = entry.bert, let bert, expected != bert { return expected.difference(from: bert) }
        return nil
    }
}
