import TestSupport

@testable import Models

/// The tiny model as CTranslate2's converter would write it.
struct TinyCTranslate2 {
    /// How weights with a scale are kept.
    enum Storage: CaseIterable { case float32, float16, bfloat16, int8, int16 }

    struct Variable {
        var name: String
        var shape: [Int]
        var code: UInt8
        var bytes: [UInt8]
    }

    var version: UInt32 = 6
    var specification = "WhisperSpec"
    var variables: [Variable] = []
    var aliases = [("decoder/projection/weight", "decoder/embeddings/weight")]
    var config = """
        {"suppress_ids": [1, 2], "suppress_ids_begin": [3, 5], "alignment_heads": [[0, 1]], "lang_ids": [7, 8]}
        """

    init(_ model: TinyWhisper = TinyWhisper(), storage: Storage = .float16) {
        for (name, value) in [
            ("decoder/activation", 3), ("decoder/pre_norm", 1), ("decoder/scale_embeddings", 0),
        ] {
            variables.append(Variable(name: name, shape: [], code: 1, bytes: [UInt8(value)]))
        }
        for side in ["encoder", "decoder"] {
            variables.append(
                Variable(name: side + "/num_heads", shape: [], code: 2, bytes: BinaryFile.bytes(Int16(2))))
        }
        for tensor in model.tensors { variables += Self.variables(tensor, storage) }
    }

    subscript(name: String) -> Variable {
        get { variables.first { $0.name == name } ?? Variable(name: name, shape: [], code: 1, bytes: [0]) }
        set { variables = variables.filter { $0.name != name } + [newValue] }
    }

    /// The bytes of `model.bin`.
    var bytes: [UInt8] {
        var file = BinaryFile()
        file.add(version)
        file.add(name: specification)
        file.add(UInt32(3))
        file.add(UInt32(variables.count))
        for variable in variables {
            file.add(name: variable.name)
            file.add(UInt8(variable.shape.count))
            for size in variable.shape { file.add(UInt32(truncatingIfNeeded: size)) }
            file.add(variable.code)
            file.add(UInt32(variable.bytes.count))
            file.add(variable.bytes)
        }
        file.add(UInt32(aliases.count))
        for (alias, name) in aliases {
            file.add(name: alias)
            file.add(name: name)
        }
        return file.bytes
    }

    /// Writes the folder.
    func write(to folder: String) throws {
        try TestFile.write(bytes, to: folder + "/model.bin")
        try TestFile.write(config, to: folder + "/config.json")
        try TinyWhisper.writeVocabulary(to: folder)
    }

    private static func variables(_ tensor: TinyWhisper.Tensor, _ storage: Storage) -> [Variable] {
        func floats(_ code: UInt8, _ type: TensorType) -> [Variable] {
            [
                Variable(
                    name: tensor.name, shape: tensor.shape, code: code,
                    bytes: TinyWhisper.bytes(tensor.floats, type))
            ]
        }
        switch storage {
        case .float32: return floats(0, .float32)
        case .float16: return floats(4, .float16)
        case .bfloat16: return floats(5, .bfloat16)
        case .int8, .int16:
            guard tensor.name.hasSuffix("/weight") else { return floats(0, .float32) }
            return quantized(tensor, storage)
        }
    }

    /// Weights as `ModelSpec.optimize` of CTranslate2 makes them: 8 bits with a scale for each row, 16 bits with one.
    private static func quantized(_ tensor: TinyWhisper.Tensor, _ storage: Storage) -> [Variable] {
        let rowCount = tensor.floats.count / tensor.shape[0]
        let isByte = storage == .int8
        var scales: [Float] = []
        var bytes: [UInt8] = []
        for row in 0..<tensor.shape[0] {
            let floats = tensor.floats[(row * rowCount)..<((row + 1) * rowCount)]
            let largest = (isByte ? Array(floats) : tensor.floats).map(abs).max() ?? 1
            let scale = (isByte ? 127 : 1024) / largest
            scales.append(scale)
            for float in floats {
                let number = Int16((float * scale).rounded(.toNearestOrEven))
                bytes += isByte ? [UInt8(bitPattern: Int8(number))] : BinaryFile.bytes(number)
            }
        }
        if !isByte { scales = [scales[0]] }
        return [
            Variable(name: tensor.name, shape: tensor.shape, code: isByte ? 1 : 2, bytes: bytes),
            Variable(
                name: tensor.name + "_scale", shape: isByte ? [scales.count] : [], code: 0,
                bytes: TinyWhisper.bytes(scales, .float32)),
        ]
    }
}
