/// The tensors of a file of weights, whose numbers stay in the file until they are asked for.
struct TensorDirectory: Sendable {
    let file: SourceFile
    let tensors: [String: StoredTensor]

    init(file: SourceFile, tensors: [String: StoredTensor]) {
        self.file = file
        self.tensors = tensors
    }

    /// The tensor of a name; `nil` when there is none.
    subscript(name: String) -> StoredTensor? { tensors[name] }

    /// The tensor of a name.
    ///
    /// - Throws: `ModelError.damaged` when there is none or it has another shape, `unsupported` for a number format
    ///   that weights do not come in.
    func tensor(_ name: String, shape: [Int]? = nil) throws(ModelError) -> StoredTensor {
        guard let tensor = tensors[name] else {
            throw .damaged(path: file.path, reason: "it has no tensor \(name)")
        }
        if let shape, tensor.shape != shape {
            throw .damaged(
                path: file.path,
                reason: "its tensor \(name) has the shape \(tensor.shape), and \(shape) fits the others")
        }
        guard tensor.type.isWeight else {
            throw .unsupported(
                path: file.path, what: "its tensor \(name) is in the number format \(tensor.type.rawValue)")
        }
        return tensor
    }

    /// The numbers of `range` of a tensor, counted from its first.
    func floats(_ tensor: StoredTensor, _ range: Range<Int>) throws(ModelError) -> [Float] {
        let bytes = try file.read(
            at: tensor.offset + range.lowerBound * tensor.type.sizeBytes,
            count: range.count * tensor.type.sizeBytes)
        return tensor.type.decode(bytes)
    }

    /// How many layers there are: one more than the largest `N` in names `prefix` `N` `.` or `/` ...
    ///
    /// - Throws: `ModelError.damaged` when there are none, or numbers are left out.
    func layerCount(prefix: String, separator: Character) throws(ModelError) -> Int {
        let numbers = Set(
            tensors.keys.compactMap { name -> Int? in
                guard name.hasPrefix(prefix) else { return nil }
                let rest = name.dropFirst(prefix.count)
                return rest.firstIndex(of: separator).flatMap { Int(rest[..<$0]) }
            })
        guard !numbers.isEmpty, numbers == Set(0..<numbers.count) else {
            throw .damaged(
                path: file.path,
                reason: numbers.isEmpty
                    ? "it has no layers named \(prefix)N" : "some of its layers \(prefix)N are missing")
        }
        return numbers.count
    }
}
