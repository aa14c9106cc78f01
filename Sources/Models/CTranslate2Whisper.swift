/// Reads a Whisper model that was converted for CTranslate2.
struct CTranslate2Whisper {
    private let folder: SourceFolder
    private let file: CTranslate2File

    /// Reads the directory of `model.bin`.
    ///
    /// - Throws: `ModelError.unsupported` for a model of another kind, `damaged`, `readFailed`.
    init(_ folder: SourceFolder, file: SourceFile) throws(ModelError) {
        self.folder = folder
        self.file = try CTranslate2File(file)
        guard self.file.specification == "WhisperSpec" else {
            throw .unsupported(
                path: file.path,
                what:
                    "it is a model of the kind \(self.file.specification), and only Whisper's (WhisperSpec) can be used"
            )
        }
    }

    /// The model, checked.
    func conversion() throws(ModelError) -> WhisperConversion {
        try checkOperation()
        let shape = try shape()
        let layout = WhisperLayout(shape)
        var tensors: [PlannedTensor] = []
        for tensor in layout.tensors { tensors.append(try plan(tensor)) }
        try checkNothingElse(layout)
        return try WhisperConversion(
            folder: folder, directory: file.directory, tensors: tensors, shape: shape,
            settings: try settings())
    }

    private var path: String { file.directory.file.path }

    /// The sizes, as the weights have them.
    private func shape() throws(ModelError) -> WhisperShape {
        let directory = file.directory
        let convolution = try sizes("encoder/conv1/weight", rank: 3)
        let width = convolution[0]
        let heads = (
            encoder: try file.scalar("encoder/num_heads"), decoder: try file.scalar("decoder/num_heads")
        )
        guard let headCount = heads.encoder, headCount == heads.decoder else {
            throw .unsupported(
                path: path, what: "its encoder and decoder do not say the same number of attention heads")
        }
        let shape = WhisperShape(
            width: width, headCount: headCount,
            innerWidth: try sizes("encoder/layer_0/ffn/linear_0/weight", rank: 2)[0],
            encoderLayerCount: try directory.layerCount(prefix: "encoder/layer_", separator: "/"),
            decoderLayerCount: try directory.layerCount(prefix: "decoder/layer_", separator: "/"),
            melBinCount: convolution[1],
            vocabularySize: try sizes("decoder/embeddings/weight", rank: 2)[0],
            audioPositionCount: try sizes("encoder/position_encodings/encodings", rank: 2)[0],
            textPositionCount: try sizes("decoder/position_encodings/encodings", rank: 2)[0])
        if let fault = shape.fault { throw .damaged(path: path, reason: fault) }
        return shape
    }

    private func sizes(_ name: String, rank: Int) throws(ModelError) -> [Int] {
        let tensor = try file.directory.tensor(name)
        guard tensor.shape.count == rank else {
            throw .damaged(
                path: path,
                reason: "its tensor \(name) has the shape \(tensor.shape), and \(rank) dimensions are right")
        }
        return tensor.shape
    }

    private func plan(_ tensor: WhisperLayout.Tensor) throws(ModelError) -> PlannedTensor {
        let stored = try file.directory.tensor(tensor.name, shape: tensor.shape)
        var scale: StoredTensor?
        if stored.type.isQuantized {
            // 16-bit weights have one scale, 8-bit weights one for each row.
            let name = tensor.name + "_scale"
            let found = try file.directory.tensor(name)
            guard found.type == .float32, [[], [1], [tensor.shape[0]]].contains(found.shape) else {
                throw .damaged(
                    path: path,
                    reason:
                        "its tensor \(name) of shape \(found.shape) in \(found.type.rawValue) cannot be the scale of "
                        + "\(tensor.shape)")
            }
            scale = found
        }
        return PlannedTensor(
            name: tensor.name, shape: tensor.shape, parts: [.stored(stored, scale: scale)])
    }

    /// Refuses what would be computed in another way than Whisper's.
    private func checkOperation() throws(ModelError) {
        // The activation 3 is the exact GELU (`Activation` in CTranslate2's common_spec.py).
        let expected = [
            ("decoder/activation", 3), ("decoder/pre_norm", 1), ("decoder/scale_embeddings", 0),
            ("decoder/alibi", 0), ("decoder/start_from_zero_embedding", 0),
        ]
        for (name, value) in expected {
            if let found = try file.scalar(name), found != value {
                throw .unsupported(path: path, what: "its \(name) is \(found), and Whisper's is \(value)")
            }
        }
    }

    /// Refuses weights that would be left out.
    private func checkNothingElse(_ layout: WhisperLayout) throws(ModelError) {
        var known = Set(layout.tensors.map(\.name))
        known.formUnion(known.map { $0 + "_scale" })
        let embeddings = file.directory["decoder/embeddings/weight"]
        for (name, tensor) in file.directory.tensors.sorted(by: { $0.key < $1.key })
        where !tensor.shape.isEmpty && !known.contains(name) {
            // The output weights are the embeddings once more.
            if name == "decoder/projection/weight", tensor == embeddings { continue }
            if name == "decoder/projection/weight_scale" { continue }
            throw .unsupported(path: path, what: "it has a tensor \(name), which Whisper has not")
        }
    }

    private func settings() throws(ModelError) -> WhisperSettings {
        let config = try folder.decode(CTranslate2Config.self, from: "config.json")
        return WhisperSettings(
            path: folder.path(of: "config.json"), suppressedTokens: config.suppressIds ?? [],
            suppressedAtBegin: config.suppressIdsBegin ?? [], alignmentHeads: config.alignmentHeads ?? [])
    }
}
