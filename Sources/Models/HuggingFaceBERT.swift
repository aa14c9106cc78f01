/// Reads a BERT model as Hugging Face's transformers keep it.
struct HuggingFaceBERT {
    private let folder: SourceFolder
    private let config: BERTConfig
    private let directory: TensorDirectory
    /// What stands in front of the names: nothing, or `bert.` in a model that was taught more than to encode.
    private let prefix: String

    /// Reads the header of `model.safetensors`.
    ///
    /// - Throws: `ModelError.noWeights`, `unsupported`, `damaged`, `readFailed`.
    init(_ folder: SourceFolder) throws(ModelError) {
        self.folder = folder
        guard folder.has("model.safetensors") else { throw folder.noWeights() }
        let file = try SourceFile(folder.path(of: "model.safetensors"))
        guard file.sizeBytes <= SourceFolder.weightsLimitBytes else {
            throw .unsupported(path: file.path, what: "it has \(ByteCount(file.sizeBytes))")
        }
        config = try folder.decode(BERTConfig.self, from: "config.json")
        directory = try SafetensorsFile(file).directory
        prefix = directory["bert.embeddings.word_embeddings.weight"] == nil ? "" : "bert."
    }

    /// The model, checked.
    func conversion() throws(ModelError) -> ModelConversion {
        let shape = try shape()
        try claims(shape).check()
        try checkTokenizer()
        var tensors: [PlannedTensor] = []
        var used: Set<String> = []
        for tensor in BERTLayout(shape).tensors {
            let planned = try plan(tensor)
            for case .stored(let stored, _) in planned.parts { used.insert(stored.name) }
            tensors.append(planned)
        }
        let others = directory.tensors.keys.filter { !used.contains($0) && !isNotNeeded($0) }
        if let other = others.min() {
            throw .unsupported(path: path, what: "it has a tensor \(other), which BERT has not")
        }
        return ModelConversion(
            directory: directory, tensors: tensors, kind: .bert(shape),
            vocabulary: try BERTVocabulary(folder, size: shape.vocabularySize).text)
    }

    private var path: String { directory.file.path }

    /// Whether a tensor has no part in encoding: the numbers of the places, and what follows the last layer.
    private func isNotNeeded(_ name: String) -> Bool {
        let name = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
        return name == "embeddings.position_ids" || name.hasPrefix("pooler.") || name.hasPrefix("cls.")
    }

    /// The sizes, as the weights have them; only the number of heads cannot be seen in them.
    private func shape() throws(ModelError) -> BERTShape {
        guard let headCount = config.headCount else {
            throw .unsupported(
                path: folder.path(of: "config.json"),
                what: "it does not say how many attention heads the model has")
        }
        let words = try sizes("embeddings.word_embeddings.weight")
        let shape = BERTShape(
            width: words[1], headCount: headCount,
            innerWidth: try sizes("encoder.layer.0.intermediate.dense.weight")[0],
            layerCount: try directory.layerCount(prefix: prefix + "encoder.layer.", separator: "."),
            vocabularySize: words[0],
            positionCount: try sizes("embeddings.position_embeddings.weight")[0],
            kindCount: try sizes("embeddings.token_type_embeddings.weight")[0])
        if let fault = shape.fault { throw .damaged(path: path, reason: fault) }
        return shape
    }

    /// The sizes of a tensor of rows and columns.
    private func sizes(_ name: String) throws(ModelError) -> [Int] {
        let tensor = try directory.tensor(prefix + name)
        guard tensor.shape.count == 2 else {
            throw .damaged(
                path: path,
                reason: "its tensor \(tensor.name) has the shape \(tensor.shape), and 2 dimensions are right")
        }
        return tensor.shape
    }

    private func plan(_ tensor: BERTLayout.Tensor) throws(ModelError) -> PlannedTensor {
        var shape = tensor.shape
        shape[0] /= tensor.sources.count
        var parts: [TensorPart] = []
        for source in tensor.sources {
            let stored = try directory.tensor(prefix + source, shape: shape)
            guard !stored.type.isQuantized else {
                throw .unsupported(
                    path: path,
                    what: "its tensor \(stored.name) is quantized, in a way that the file does not tell")
            }
            parts.append(.stored(stored, scale: nil))
        }
        return PlannedTensor(name: tensor.name, shape: tensor.shape, parts: parts)
    }

    /// What the configuration says, beside what the weights have and what BERT computes.
    private func claims(_ shape: BERTShape) -> ConfigClaims {
        ConfigClaims(
            path: folder.path(of: "config.json"), family: "BERT",
            sizes: [
                ("hidden_size", config.width, shape.width),
                ("intermediate_size", config.innerWidth, shape.innerWidth),
                ("num_hidden_layers", config.layerCount, shape.layerCount),
                ("vocab_size", config.vocabularySize, shape.vocabularySize),
                ("max_position_embeddings", config.positionCount, shape.positionCount),
                ("type_vocab_size", config.kindCount, shape.kindCount),
            ],
            workings: [
                ("hidden_act", config.activation, "gelu"),
                ("position_embedding_type", config.positionKind, "absolute"),
                ("layer_norm_eps", config.epsilon.map { "\($0)" }, "1e-12"),
            ])
    }

    /// Refuses a model that tells capitals or accents apart, or leaves Chinese characters together.
    private func checkTokenizer() throws(ModelError) {
        let name = "tokenizer_config.json"
        guard folder.has(name) else { return }
        let tokenizer = try folder.decode(BERTConfig.self, from: name)
        for (isAsNeeded, what) in [
            (tokenizer.isLowerCase ?? true, "it tells capitals from small letters"),
            (tokenizer.stripsAccents ?? true, "it keeps accents"),
            (tokenizer.separatesIdeographs ?? true, "it leaves Chinese characters together"),
        ] where !isAsNeeded {
            throw .unsupported(
                path: folder.path(of: name), what: "\(what), and only models that do not can be used")
        }
    }
}
