import FoundationEssentials

/// What manifests say of each recording: the latest line about it counts.
public struct Manifest: Sendable, Equatable {
    /// The latest line of each recording, by its absolute path.
    public private(set) var entries: [String: ManifestEntry] = [:]
    /// How many lines were not understood: a last line that a crash cut off, or somebody's own.
    public private(set) var unreadableLines = 0

    /// A manifest without a line.
    public init() {}

    /// Takes in the lines of a file.
    public mutating func add(_ bytes: [UInt8]) {
        let decoder = ManifestCoding.decoder
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            if let entry = try? decoder.decode(ManifestEntry.self, from: Data(line)) {
                guard entries[entry.input].map({ $0.finishedAt <= entry.finishedAt }) ?? true else {
                    continue
                }
                entries[entry.input] = entry
            } else {
                unreadableLines += 1
            }
        }
    }
}

/// How lines of a manifest are written.
enum ManifestCoding {
    static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return decoder
    }
}
