/// The directory of a `model.bin` of CTranslate2, binary version 6 (`ModelSpec.save` of CTranslate2 4).
///
/// The layout: version, name and revision of the specification, then the number of variables; for each variable its
/// name, rank, dimensions, number format, size in bytes and data; then pairs of names, of which the first is another name
/// for the second. Lengths of names count a final zero byte.
struct CTranslate2File: Sendable {
    /// More variables than any model has: the largest Whisper model has about 1,300.
    static let variableLimit = 100_000
    static let nameLimitBytes = 1024

    /// What kind of model it is, for example `WhisperSpec`.
    let specification: String
    let directory: TensorDirectory

    /// Reads the directory.
    ///
    /// - Throws: `ModelError.damaged`, `unsupported` for another binary version, `readFailed`.
    init(_ file: SourceFile) throws(ModelError) {
        var cursor = FileCursor(file)
        let version = try cursor.read(UInt32.self)
        guard version == 6 else {
            throw .unsupported(
                path: file.path,
                what: version < 6
                    ? "it was written by an old CTranslate2 (binary version \(version)): convert the model again"
                    : "it is not a model.bin of CTranslate2, or of a newer one (binary version \(version))")
        }
        specification = try Self.name(&cursor)
        _ = try cursor.read(UInt32.self)
        let count = try Self.count(&cursor, of: "variables")
        var tensors: [String: StoredTensor] = [:]
        for _ in 0..<count {
            if Task.isCancelled { throw .cancelled }
            let tensor = try Self.variable(&cursor)
            guard tensors.updateValue(tensor, forKey: tensor.name) == nil else {
                throw .damaged(path: file.path, reason: "it has two variables \(tensor.name)")
            }
        }
        for _ in 0..<(try Self.count(&cursor, of: "aliases")) {
            let (alias, name) = (try Self.name(&cursor), try Self.name(&cursor))
            guard let tensor = tensors[name], tensors.updateValue(tensor, forKey: alias) == nil else {
                throw .damaged(
                    path: file.path, reason: "its alias \(alias) for \(name) contradicts its variables")
            }
        }
        guard cursor.isAtEnd else {
            throw .damaged(
                path: file.path,
                reason: "\(file.sizeBytes - cursor.offset) bytes follow where it should end")
        }
        directory = TensorDirectory(file: file, tensors: tensors)
    }

    /// A variable that holds one number, such as a number of heads; `nil` when there is none.
    ///
    /// - Throws: `ModelError.damaged` when it is not one integer.
    func scalar(_ name: String) throws(ModelError) -> Int? {
        guard let tensor = directory[name] else { return nil }
        guard tensor.shape.isEmpty, [.int8, .int16, .int32].contains(tensor.type) else {
            throw .damaged(path: directory.file.path, reason: "its \(name) is not one integer")
        }
        let bytes = try directory.file.read(at: tensor.offset, count: tensor.sizeBytes)
        let bits = bytes.reversed().reduce(Int32(0)) { $0 << 8 | Int32($1) }
        let unused = 32 - 8 * tensor.sizeBytes
        // Shifted up and down again, the highest bit of a short number is the sign of the long one.
        return Int((bits << Int32(unused)) >> Int32(unused))
    }

    private static func count(_ cursor: inout FileCursor, of things: String) throws(ModelError) -> Int {
        let count = Int(try cursor.read(UInt32.self))
        guard count <= variableLimit else {
            throw .damaged(path: cursor.file.path, reason: "it says to have \(count) \(things)")
        }
        return count
    }

    private static func name(_ cursor: inout FileCursor) throws(ModelError) -> String {
        let length = Int(try cursor.read(UInt16.self))
        guard (1...nameLimitBytes).contains(length) else {
            throw .damaged(
                path: cursor.file.path, reason: "a name at byte \(cursor.offset) has no sensible length")
        }
        let bytes = try cursor.bytes(length)
        guard bytes.last == 0, let name = String(validating: bytes.dropLast(), as: UTF8.self),
            !name.unicodeScalars.contains(where: { $0.value < 0x20 })
        else {
            throw .damaged(
                path: cursor.file.path, reason: "the name before byte \(cursor.offset) is not text")
        }
        return name
    }

    private static func variable(_ cursor: inout FileCursor) throws(ModelError) -> StoredTensor {
        let name = try name(&cursor)
        let rank = Int(try cursor.read(UInt8.self))
        guard rank <= StoredTensor.rankLimit else {
            throw .damaged(path: cursor.file.path, reason: "its variable \(name) has \(rank) dimensions")
        }
        var shape: [Int] = []
        for _ in 0..<rank { shape.append(Int(try cursor.read(UInt32.self))) }
        let code = try cursor.read(UInt8.self)
        let sizeBytes = Int(try cursor.read(UInt32.self))
        guard let type = TensorType(ctranslate2: code) else {
            throw .unsupported(
                path: cursor.file.path, what: "its variable \(name) has the unknown number format \(code)")
        }
        guard let tensor = StoredTensor(name: name, type: type, shape: shape, offset: cursor.offset),
            tensor.sizeBytes == sizeBytes
        else {
            throw .damaged(
                path: cursor.file.path,
                reason:
                    "its variable \(name) of shape \(shape) in \(type.rawValue) cannot take \(sizeBytes) bytes"
            )
        }
        try cursor.skip(sizeBytes)
        return tensor
    }
}
