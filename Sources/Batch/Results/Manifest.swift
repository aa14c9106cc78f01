import FoundationEssentials

/// What manifests say of each recording: the latest line about it counts.
public struct Manifest: Sendable, Equatable {
    /// The latest line of each recording.
    public private(set) var entries: [Recording: ManifestEntry] = [:]
    /// How many lines were not understood: a last line that a crash cut off, or somebody's own.
    public private(set) var unreadableLines = 0

    /// A manifest without a line.
    public init() {}

    /// Takes in the lines of a file.
    public mutating func add(_ bytes: [UInt8]) {
        let decoder = ManifestCoding.decoder
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            if let entry = try? decoder.decode(ManifestEntry.self, from: Data(line)) {
                let recording = Recording(path: entry.input, in: "/")
                guard entries[recording].map({ $0.finishedAt <= entry.finishedAt }) ?? true else {
                    continue
                }
                entries[recording] = entry
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
