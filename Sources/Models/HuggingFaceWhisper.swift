/// Reads a Whisper model as Hugging Face's transformers keep it.
struct HuggingFaceWhisper {
    private let folder: SourceFolder
    private let config: HuggingFaceConfig
    private let directory: TensorDirectory
    private let names: HuggingFaceNames

    /// Reads the header of `model.safetensors`.
    ///
    /// - Throws: `ModelError.unsupported` for a model of another kind, `damaged`, `readFailed`.
    init(_ folder: SourceFolder, config: HuggingFaceConfig, file: SourceFile) throws(ModelError) {
        self.folder = folder
        self.config = config
        guard config.modelType == "whisper" else {
            throw .unsupported(
                path: folder.path,
                what:
                    "it is a model of the kind \(config.modelType ?? "unknown"), and only Whisper's and BERT's can be used"
            )
        }
        directory = try SafetensorsFile(file).directory
        // A model without the part for generation lacks the word in front.
        names = HuggingFaceNames(
            prefix: directory["model.encoder.conv1.weight"] == nil ? "" : "model.")
    }

    /// The model, checked.
    func conversion() throws(ModelError) -> WhisperConversion {
        let shape = try shape()
        try claims(shape).check()
        let layout = WhisperLayout(shape)
        var tensors: [PlannedTensor] = []
        var used: Set<String> = []
        for tensor in layout.tensors {
            let planned = try plan(tensor)
            for case .stored(let stored, _) in planned.parts { used.insert(stored.name) }
            tensors.append(planned)
        }
        try checkOutput()
        let others = Set(directory.tensors.keys).subtracting(used).subtracting([HuggingFaceNames.output])
        if let other = others.min() {
            throw .unsupported(path: path, what: "it has a tensor \(other), which Whisper has not")
        }
        return try WhisperConversion(
            folder: folder, directory: directory, tensors: tensors, shape: shape, settings: try settings())
    }

    private var path: String { directory.file.path }

    /// The sizes, as the weights have them; only the number of heads cannot be seen in them.
    private func shape() throws(ModelError) -> WhisperShape {
        let convolution = try sizes("encoder/conv1/weight", rank: 3)
        guard let headCount = config.encoderHeadCount, headCount == config.decoderHeadCount ?? headCount
        else {
            throw .unsupported(
                path: folder.path(of: "config.json"),
                what: "its encoder and decoder do not say the same number of attention heads")
        }
        let shape = WhisperShape(
            width: convolution[0], headCount: headCount,
            innerWidth: try sizes("encoder/layer_0/ffn/linear_0/weight", rank: 2)[0],
            encoderLayerCount: try directory.layerCount(prefix: names.encoderLayers, separator: "."),
            decoderLayerCount: try directory.layerCount(prefix: names.decoderLayers, separator: "."),
            melBinCount: convolution[1],
            vocabularySize: try sizes("decoder/embeddings/weight", rank: 2)[0],
            audioPositionCount: try sizes("encoder/position_encodings/encodings", rank: 2)[0],
            textPositionCount: try sizes("decoder/position_encodings/encodings", rank: 2)[0])
        if let fault = shape.fault { throw .damaged(path: path, reason: fault) }
        return shape
    }

    /// The sizes of a tensor that has one part in this format.
    private func sizes(_ name: String, rank: Int) throws(ModelError) -> [Int] {
        let tensor = try directory.tensor(names.parts(of: name)[0])
        guard tensor.shape.count == rank else {
            throw .damaged(
                path: path,
                reason:
                    "its tensor \(tensor.name) has the shape \(tensor.shape), and \(rank) dimensions are right"
            )
        }
        return tensor.shape
    }

    private func plan(_ tensor: WhisperLayout.Tensor) throws(ModelError) -> PlannedTensor {
        let names = names.parts(of: tensor.name)
        var shape = tensor.shape
        shape[0] /= names.count
        var parts: [TensorPart] = []
        for name in names {
            // Whisper's keys have no bias: a score that is the same for all keys changes no attention.
            if HuggingFaceNames.isKeyBias(name), directory[name] == nil {
                parts.append(.zeros(shape[0]))
                continue
            }
            let stored = try directory.tensor(name, shape: shape)
            guard !stored.type.isQuantized else {
                throw .unsupported(
                    path: path, what: "its tensor \(name) is quantized, in a way that the file does not tell")
            }
            parts.append(.stored(stored, scale: nil))
        }
        return PlannedTensor(name: tensor.name, shape: tensor.shape, parts: parts)
    }

    /// What the configuration says, beside what the weights have and what Whisper computes.
    private func claims(_ shape: WhisperShape) -> ConfigClaims {
        ConfigClaims(
            path: folder.path(of: "config.json"), family: "Whisper",
            sizes: [
                ("d_model", config.width, shape.width),
                ("encoder_ffn_dim", config.innerWidth, shape.innerWidth),
                ("encoder_layers", config.encoderLayerCount, shape.encoderLayerCount),
                ("decoder_layers", config.decoderLayerCount, shape.decoderLayerCount),
                ("num_mel_bins", config.melBinCount, shape.melBinCount),
                ("vocab_size", config.vocabularySize, shape.vocabularySize),
                ("max_source_positions", config.audioPositionCount, shape.audioPositionCount),
                ("max_target_positions", config.textPositionCount, shape.textPositionCount),
            ],
            workings: [
                ("activation_function", config.activation, "gelu"),
                ("scale_embedding", config.scalesEmbeddings.map { "\($0)" }, "false"),
            ])
    }

    /// The output weights, where they are kept apart, must be the embeddings once more.
    private func checkOutput() throws(ModelError) {
        guard let output = directory[HuggingFaceNames.output] else { return }
        let embeddings = try directory.tensor(names.parts(of: "decoder/embeddings/weight")[0])
        guard output.shape == embeddings.shape, output.type == embeddings.type else {
            throw .unsupported(path: path, what: "its output weights are not its embeddings")
        }
        var place = 0
        while place < output.sizeBytes {
            if Task.isCancelled { throw .cancelled }
            let count = min(1 << 20, output.sizeBytes - place)
            let same =
                try directory.file.read(at: output.offset + place, count: count)
                == directory.file.read(at: embeddings.offset + place, count: count)
            guard same else {
                throw .unsupported(path: path, what: "its output weights are not its embeddings")
            }
            place += count
        }
    }

    private func settings() throws(ModelError) -> WhisperSettings {
        // Older models say in config.json what newer ones say in generation_config.json.
        let name = "generation_config.json"
        let generation = folder.has(name) ? try folder.decode(HuggingFaceConfig.self, from: name) : nil
        var languages: [String: Int] = [:]
        for (token, id) in generation?.languageTokens ?? [:] {
            guard let code = Vocabulary.languageCode(token) else {
                throw .damaged(
                    path: folder.path(of: name), reason: "its lang_to_id has \(token), which is no language")
            }
            languages[code] = id
        }
        return WhisperSettings(
            path: folder.path(of: generation == nil ? "config.json" : name),
            suppressedTokens: generation?.suppressedTokens ?? config.suppressedTokens ?? [],
            suppressedAtBegin: generation?.suppressedAtBegin ?? config.suppressedAtBegin ?? [],
            alignmentHeads: generation?.alignmentHeads ?? [],
            isMultilingual: generation?.isMultilingual, languageTokens: languages)
    }
}
