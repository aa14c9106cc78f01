import Foundation

/// A file of weights in the safetensors format, mapped into memory: an 8-byte length, a JSON header of that length that
/// names tensors with type, shape and place, and their numbers (https://huggingface.co/docs/safetensors).
///
/// All processes that use a file share one copy of it.
public struct WeightFile: Sendable {
    /// Where it lies.
    public let path: String
    private let data: Data
    private let tensors: [String: Place]

    /// Where a tensor's numbers lie.
    private struct Place {
        var shape: [Int]
        var start: Int
        var end: Int
    }

    private struct Entry: Decodable {
        var dtype: String
        var shape: [Int]
        var dataOffsets: [Int]

        private enum CodingKeys: String, CodingKey {
            case dtype, shape
            case dataOffsets = "data_offsets"
        }
    }

    /// A header of a model has some kilobytes.
    private static let limitHeaderBytes = 16 << 20

    /// Maps a file and checks that every tensor has numbers of the type F32 and a place of its own in it.
    ///
    /// - Throws: `InferenceError` when it cannot be read, is not whole or holds other numbers.
    public init(path: String) throws(InferenceError) {
        self.path = path
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        guard data.count > 8 else { throw .invalid(path: path, reason: "it is too short") }
        let length = data.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
        guard length <= UInt64(min(Self.limitHeaderBytes, data.count - 8)) else {
            throw .invalid(path: path, reason: "it is cut short, or no safetensors file")
        }
        let start = 8 + Int(length)
        var tensors: [String: Place] = [:]
        for (name, entry) in try Self.entries(data[data.startIndex + 8..<data.startIndex + start], path: path)
        {
            guard entry.dtype == "F32" else {
                throw .invalid(
                    path: path, reason: "\(name) has numbers of the type \(entry.dtype) in place of F32")
            }
            var count = 1
            for size in entry.shape {
                let (product, isTooMuch) = count.multipliedReportingOverflow(by: size)
                guard size >= 0, !isTooMuch else {
                    throw .invalid(path: path, reason: "\(name) has an impossible shape")
                }
                count = product
            }
            let offsets = entry.dataOffsets
            guard offsets.count == 2, offsets[0] >= 0, offsets[0] % 4 == 0, offsets[1] >= offsets[0],
                offsets[1] <= data.count - start, count <= data.count, offsets[1] - offsets[0] == 4 * count
            else { throw .invalid(path: path, reason: "\(name) does not lie in it; it may be cut short") }
            tensors[name] = Place(shape: entry.shape, start: start + offsets[0], end: start + offsets[1])
        }
        guard start % 4 == 0 else { throw .invalid(path: path, reason: "its numbers are not aligned") }
        let places = tensors.values.filter { $0.end > $0.start }.sorted { $0.start < $1.start }
        guard zip(places, places.dropFirst()).allSatisfy({ $0.end <= $1.start }) else {
            throw .invalid(path: path, reason: "two of its tensors share numbers")
        }
        self.tensors = tensors
    }

    private static func entries(_ header: Data, path: String) throws(InferenceError) -> [(String, Entry)] {
        do {
            let all = try JSONDecoder().decode([String: OrNothing].self, from: header)
            return all.compactMap { name, entry in entry.value.map { (name, $0) } }
        } catch {
            throw .invalid(path: path, reason: "its header is not that of a safetensors file")
        }
    }

    /// The header's `__metadata__` has another form than the tensors.
    private struct OrNothing: Decodable {
        var value: Entry?

        init(from decoder: any Decoder) throws {
            if decoder.codingPath.last?.stringValue != "__metadata__" { value = try Entry(from: decoder) }
        }
    }

    /// The tensors' names.
    public var names: Set<String> { Set(tensors.keys) }

    /// The shape of a tensor; nil when there is none of this name.
    public func shape(of name: String) -> [Int]? { tensors[name]?.shape }

    /// A tensor, checked to have a shape.
    ///
    /// - Throws: `InferenceError.invalid` when it is missing or has another shape.
    public func weights(_ name: String, shape: [Int]) throws(InferenceError) -> Weights {
        guard let place = tensors[name] else { throw .invalid(path: path, reason: "it has no \(name)") }
        guard place.shape == shape else {
            throw .invalid(path: path, reason: "\(name) has the shape \(place.shape) in place of \(shape)")
        }
        return Weights(
            data: data, start: place.start, rows: shape.first ?? 1, columns: shape.dropFirst().reduce(1, *))
    }
}
