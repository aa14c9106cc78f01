internal import FoundationEssentials
internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// The master keys that are known at once: new recordings are encrypted with the first, and all of them open older ones.
public struct MasterKeys: Sendable {
    /// The most keys of a source.
    public static let countLimit = 16
    /// The variable with the keys themselves, with commas or space between them.
    public static let variable = "VIVA_KEY"
    /// The variable with the path of a file that holds keys, one a line.
    public static let fileVariable = "VIVA_KEY_FILE"
    private static let fileLimitBytes = 16 * 1024

    /// The key that new recordings are encrypted with.
    public let writing: MasterKey
    /// Keys that older recordings may be encrypted with.
    public let older: [MasterKey]

    /// Keys; of two that are the same the first counts.
    public init(writing: MasterKey, older: [MasterKey] = []) {
        self.writing = writing
        var seen: Set<KeyID> = [writing.id]
        self.older = older.filter { seen.insert($0.id).inserted }
    }

    /// The keys that the variables `VIVA_KEY` or `VIVA_KEY_FILE` give; `nil` when neither is set or both are empty.
    ///
    /// - Throws: `RecordingError.keyRefused`, also when both are set; `readFailed`.
    public static func from(
        environment: [String: String]
    ) throws(RecordingError) -> MasterKeys? {
        let text = environment[variable].flatMap { $0.isEmpty ? nil : $0 }
        let file = environment[fileVariable].flatMap { $0.isEmpty ? nil : $0 }
        switch (text, file) {
        case (nil, nil): return nil
        case (_?, _?):
            throw .keyRefused(
                source: "\(variable) and \(fileVariable)", reason: "both are set, and only one may be")
        case (let text?, nil):
            let texts = text.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init)
            return try MasterKeys(texts, source: "the variable \(variable)")
        case (nil, let file?): return try MasterKeys(file: file)
        }
    }

    /// The keys of a file: one a line, the writing one first. Empty lines and those that begin with `#` do not count.
    ///
    /// - Throws: `RecordingError.keyRefused` when others than its owner may read or write it, or it holds no keys;
    ///   `readFailed`.
    public init(file path: String) throws(RecordingError) {
        let file = try StoredFile(path)
        guard file.permissions & 0o077 == 0 else {
            throw .keyRefused(
                source: path,
                reason: "others than its owner may read or change the file: `chmod 600 \(path)` ends that")
        }
        guard file.ownerID == geteuid() || file.ownerID == 0 else {
            throw .keyRefused(source: path, reason: "the file belongs to another user")
        }
        guard file.sizeBytes <= Self.fileLimitBytes else {
            throw .keyRefused(source: path, reason: "the file has more than \(Self.fileLimitBytes) bytes")
        }
        let text = String(decoding: try file.read(at: 0, count: file.sizeBytes), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimming(while: \.isWhitespace) }
        try self.init(lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }, source: path)
    }

    private init(_ texts: [String], source: String) throws(RecordingError) {
        guard texts.count <= Self.countLimit else {
            throw .keyRefused(source: source, reason: "there are more than \(Self.countLimit)")
        }
        var keys: [MasterKey] = []
        for (index, text) in texts.enumerated() {
            let place = texts.count == 1 ? source : "\(source), number \(index + 1)"
            keys.append(try MasterKey(text, source: place))
        }
        guard let first = keys.first else { throw .keyRefused(source: source, reason: "there is none") }
        self.init(writing: first, older: Array(keys.dropFirst()))
    }

    /// All of them, the writing one first.
    var all: [MasterKey] { [writing] + older }

    /// The key with an id.
    func key(_ id: KeyID) -> MasterKey? { all.first { $0.id == id } }
}

extension StringProtocol {
    /// The text without characters at both ends that fit.
    fileprivate func trimming(while fits: (Character) -> Bool) -> String {
        guard let first = firstIndex(where: { !fits($0) }), let last = lastIndex(where: { !fits($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
