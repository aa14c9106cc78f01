import Foundation

/// A file of our own that lasts as long as its owner: the engine reads language models from files only.
struct TemporaryFile: ~Copyable {
    let path: String

    /// Writes the bytes to a new file that only this user may read.
    init(_ bytes: [UInt8]) throws(Decoder.Failure) {
        path = FileManager.default.temporaryDirectory.path + "/viva-\(UUID().uuidString)"
        let isWritten = FileManager.default.createFile(
            atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        guard isWritten else {
            throw Decoder.Failure(
                reason: "the file \(path) cannot be written; is its folder full or read-only?")
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
