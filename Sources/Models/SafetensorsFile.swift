internal import FoundationEssentials

/// The directory of a file in the format safetensors.
///
/// The layout (github.com/huggingface/safetensors, "Format"): the length of the header in 8 bytes, little-endian; the header,
/// a JSON object that gives each tensor's number format, shape and place; the tensors' bytes without gaps.
struct SafetensorsFile: Sendable {
    /// The format's own limit on the length of the header, in bytes.
    static let headerLimitBytes = 100_000_000

    let directory: TensorDirectory

    /// Reads the header.
    ///
    /// - Throws: `ModelError.damaged`, `unsupported` for an unknown number format, `readFailed`.
    init(_ file: SourceFile) throws(ModelError) {
        var cursor = FileCursor(file)
        let length = try cursor.read(UInt64.self)
        guard length <= UInt64(Self.headerLimitBytes), Int(length) <= file.sizeBytes - 8 else {
            throw .damaged(
                path: file.path,
                reason: "its header says to have \(length) bytes, and the file has \(file.sizeBytes)")
        }
        let header = try file.read(at: 8, count: Int(length))
        let entries: [String: Entry]
        do {
            entries = try JSONDecoder().decode(Header.self, from: Data(header)).entries
        } catch {
            throw .damaged(path: file.path, reason: "its header cannot be read: \(SystemReason.of(error))")
        }
        let start = 8 + Int(length)
        var tensors: [String: StoredTensor] = [:]
        for (name, entry) in entries {
            tensors[name] = try Self.tensor(name, entry, start: start, file: file)
        }
        try Self.checkPlaces(tensors, start: start, file: file)
        directory = TensorDirectory(file: file, tensors: tensors)
    }

    private static func tensor(
        _ name: String, _ entry: Entry, start: Int, file: SourceFile
    ) throws(ModelError) -> StoredTensor {
        guard let type = TensorType(rawValue: entry.dtype) else {
            throw .unsupported(
                path: file.path, what: "its tensor \(name) has the unknown number format \(entry.dtype)")
        }
        let (begin, end) = (entry.data_offsets.first ?? -1, entry.data_offsets.last ?? -1)
        guard entry.data_offsets.count == 2, begin >= 0, end >= begin, end <= file.sizeBytes - start,
            let tensor = StoredTensor(name: name, type: type, shape: entry.shape, offset: start + begin),
            tensor.sizeBytes == end - begin
        else {
            throw .damaged(
                path: file.path,
                reason: "its tensor \(name) of shape \(entry.shape) in \(entry.dtype) cannot lie at bytes "
                    + "\(entry.data_offsets) of \(file.sizeBytes - start)")
        }
        return tensor
    }

    /// The format allows neither overlaps nor gaps, nor anything behind the last tensor.
    private static func checkPlaces(
        _ tensors: [String: StoredTensor], start: Int, file: SourceFile
    ) throws(ModelError) {
        var end = start
        for tensor in tensors.values.sorted(by: { ($0.offset, $0.sizeBytes) < ($1.offset, $1.sizeBytes) }) {
            guard tensor.offset == end else {
                throw .damaged(
                    path: file.path,
                    reason: "its tensor \(tensor.name) "
                        + (tensor.offset < end ? "overlaps another" : "lies behind a gap"))
            }
            end += tensor.sizeBytes
        }
        guard end == file.sizeBytes else {
            throw .damaged(
                path: file.path,
                reason: "its tensors end at byte \(end), and the file at byte \(file.sizeBytes)")
        }
    }

    /// What the header says of a tensor, with the format's own names.
    private struct Entry: Decodable {
        var dtype: String
        var shape: [Int]
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var data_offsets: [Int]
    }

    /// The header: tensors by name, and `__metadata__`, which says nothing that is needed.
    private struct Header: Decodable {
        var entries: [String: Entry] = [:]

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: JSONKey.self)
            for key in container.allKeys where key.stringValue != "__metadata__" {
                entries[key.stringValue] = try container.decode(Entry.self, forKey: key)
            }
        }
    }
}
