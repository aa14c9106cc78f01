internal import FoundationEssentials
internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Writes `weights.safetensors`: 32-bit floats in the format safetensors, converted piece by piece, so that memory
/// stays small whatever the size.
struct WeightsWriter {
    /// Where tensors begin if possible, in bytes: a cache line, and the widest vector register.
    static let alignmentBytes = 64
    /// How many numbers are converted at once.
    private static let pieceCount = 1 << 18

    /// Where the numbers come from.
    let source: TensorDirectory
    let path: String

    /// Writes the file and brings it to the disk.
    ///
    /// - Parameter progress: Is told the share that is done, 0...1.
    /// - Throws: `ModelError.damaged` when a number is not finite, `readFailed`, `writeFailed`, `diskFull`, `cancelled`.
    func write(_ tensors: [PlannedTensor], progress: (Double) -> Void) throws(ModelError) {
        let tensors = Self.ordered(tensors)
        let output = try OutputFile(path)
        try output.append(try Self.header(tensors, path: path))
        let total = tensors.reduce(0) { $0 + $1.sizeBytes }
        var written = 0
        for tensor in tensors {
            for part in tensor.parts {
                switch part {
                case .zeros(let count): try output.append([UInt8](repeating: 0, count: 4 * count))
                case .stored(let stored, let scale): try append(stored, scale: scale, to: output)
                }
                written += 4 * part.count
                progress(Double(written) / Double(max(total, 1)))
            }
        }
        try output.synchronize()
    }

    /// The tensors in an order that keeps them aligned. The format allows no padding between them, so those whose
    /// lengths are multiples of 64 bytes come first, then those of 32, and so on: each begins at a multiple of 64 when
    /// all lengths are (the width of every published Whisper model is a multiple of 64), and of 4 bytes at the least.
    static func ordered(_ tensors: [PlannedTensor]) -> [PlannedTensor] {
        let keys = tensors.enumerated().map { index, tensor in
            (alignment: min(tensor.sizeBytes & -tensor.sizeBytes, alignmentBytes), index: index)
        }
        return keys.sorted { ($1.alignment, $0.index) < ($0.alignment, $1.index) }.map { tensors[$0.index] }
    }

    /// The length of the header, and the header, filled up with spaces so that the first tensor is aligned.
    private static func header(_ tensors: [PlannedTensor], path: String) throws(ModelError) -> [UInt8] {
        var entries: [String: Entry] = [:]
        var offset = 0
        for tensor in tensors {
            entries[tensor.name] = Entry(
                dtype: TensorType.float32.rawValue, shape: tensor.shape,
                data_offsets: [offset, offset + tensor.sizeBytes])
            offset += tensor.sizeBytes
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var header: [UInt8]
        do { header = [UInt8](try encoder.encode(entries)) } catch {
            throw .writeFailed(path: path, reason: SystemReason.of(error))
        }
        while (8 + header.count) % alignmentBytes != 0 { header.append(0x20) }
        return withUnsafeBytes(of: UInt64(header.count).littleEndian) { [UInt8]($0) } + header
    }

    private func append(
        _ tensor: StoredTensor, scale: StoredTensor?, to output: OutputFile
    ) throws(ModelError) {
        let scales = try scale.map { (scale) throws(ModelError) in try self.scales(scale) }
        let rowLength = max(tensor.count / max(tensor.shape.first ?? 1, 1), 1)
        var start = 0
        while start < tensor.count {
            if Task.isCancelled { throw .cancelled }
            let end = min(start + Self.pieceCount, tensor.count)
            var floats = try source.floats(tensor, start..<end)
            if let scales {
                for index in floats.indices {
                    floats[index] /= scales.count == 1 ? scales[0] : scales[(start + index) / rowLength]
                }
            }
            guard floats.allSatisfy(\.isFinite) else {
                throw .damaged(
                    path: source.file.path,
                    reason: "its tensor \(tensor.name) holds numbers that are not finite")
            }
            try output.append(floats.withUnsafeBytes { [UInt8]($0) })
            start = end
        }
    }

    private func scales(_ tensor: StoredTensor) throws(ModelError) -> [Float] {
        let scales = try source.floats(tensor, 0..<tensor.count)
        guard scales.allSatisfy({ $0.isFinite && $0 > 0 }) else {
            throw .damaged(
                path: source.file.path,
                reason: "its \(tensor.name) holds scales that are not positive numbers")
        }
        return scales
    }

    /// What the header says of a tensor, with the format's own names.
    private struct Entry: Encodable {
        var dtype: String
        var shape: [Int]
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var data_offsets: [Int]
    }
}
