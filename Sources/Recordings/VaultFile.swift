internal import FoundationEssentials

/// A file of a vault that has the name of a recording.
struct VaultFile: Sendable, Hashable {
    /// What an encrypted file's name ends with.
    static let sealedSuffix = ".sealed"

    let path: String
    /// The digits of its name: the id of what is not encrypted.
    let digits: RecordingID
    let isSealed: Bool

    /// Reads a name in the folder of its first two digits; `nil` when it is not that of a recording.
    init?(_ name: String, in folder: String, of root: String) {
        isSealed = name.hasSuffix(Self.sealedSuffix)
        let text = isSealed ? String(name.dropLast(Self.sealedSuffix.count)) : name
        guard let digits = RecordingID(text), digits.hexadecimal == text, text.hasPrefix(folder) else {
            return nil
        }
        self.digits = digits
        path = "\(root)/\(folder)/\(name)"
    }

    /// The two digits that name the folder of a file.
    static func folder(of digits: String) -> String { String(digits.prefix(2)) }

    /// The names of what is in a folder, sorted; none when there is no such folder.
    ///
    /// - Throws: `RecordingError.readFailed`.
    static func names(in folder: String) throws(RecordingError) -> [String] {
        do { return try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } catch {
            guard FileManager.default.fileExists(atPath: folder) else { return [] }
            throw .readFailed(path: folder, reason: "\(error)")
        }
    }
}
