public import FoundationEssentials

/// The content of a model's `model.json`.
public struct ModelDescription: Sendable, Hashable, Codable {
    /// The version of the format that this program reads and writes.
    public static let currentFormatVersion = 1

    /// A file of the model.
    public struct File: Sendable, Hashable, Codable {
        /// Its size in bytes.
        public var sizeBytes: Int
        /// Its sum.
        public var sha256: Fingerprint

        /// A file of a size and a sum.
        public init(sizeBytes: Int, sha256: Fingerprint) {
            (self.sizeBytes, self.sha256) = (sizeBytes, sha256)
        }
    }

    /// The version of the format.
    public var formatVersion = currentFormatVersion
    /// The name under which it is installed.
    public var name: String
    /// What it does.
    public var family: ModelFamily
    /// What one must know of a Whisper model; `nil` for another family.
    public var whisper: WhisperDescription?
    /// The sizes of a BERT model; `nil` for another family.
    public var bert: BERTShape?
    /// The licence of the weights, by its SPDX identifier, or in words when nobody has said which it is.
    public var licence: String
    /// Where the weights came from.
    public var source: ModelSource
    /// The other files of the folder by name.
    public var files: [String: File]
    /// When it was installed.
    public var installed: Date

    /// A description of all these.
    public init(
        name: String, family: ModelFamily, whisper: WhisperDescription?, bert: BERTShape? = nil,
        licence: String, source: ModelSource, files: [String: File], installed: Date
    ) {
        self.name = name
        self.family = family
        self.whisper = whisper
        self.bert = bert
        self.licence = licence
        self.source = source
        self.files = files
        self.installed = installed
    }

    /// Reads the JSON of a `model.json`.
    ///
    /// - Throws: `ModelError.damaged`, `unsupported` for a version of the format or a family that is not known.
    init(json: [UInt8], path: String) throws(ModelError) {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        do {
            // Read alone first: of a newer format only this is certain.
            let version = try decoder.decode(Version.self, from: Data(json))
            guard version.formatVersion == Self.currentFormatVersion else {
                throw ModelError.unsupported(
                    path: path,
                    what: "its format version is \(version.formatVersion), and this Viva knows "
                        + "\(Self.currentFormatVersion)")
            }
            guard ModelFamily(rawValue: version.family) != nil else {
                throw ModelError.unsupported(
                    path: path, what: "this Viva knows no model of the family \(version.family)")
            }
            self = try decoder.decode(ModelDescription.self, from: Data(json))
        } catch let error as ModelError {
            throw error
        } catch {
            throw .damaged(path: path, reason: SystemReason.of(error))
        }
        if let fault { throw .damaged(path: path, reason: fault) }
    }

    /// The JSON of a `model.json`: keys sorted, dates as ISO 8601.
    func json(path: String) throws(ModelError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do { return [UInt8](try encoder.encode(self)) + [0x0A] } catch {
            throw .writeFailed(path: path, reason: SystemReason.of(error))
        }
    }

    private var fault: String? {
        switch family {
        case .whisper: whisper.map(\.fault) ?? "it lacks the part whisper"
        case .bert: bert.map(\.fault) ?? "it lacks the part bert"
        }
    }

    private struct Version: Decodable {
        var formatVersion: Int
        var family: String
    }
}
