internal import Files
internal import SystemPackage

/// A file of a model that is read at chosen places and must have what is looked for there.
final class SourceFile: Sendable {
    private let file: RegularFile

    var path: String { file.path }
    /// The size in bytes when it was opened.
    var sizeBytes: Int { file.sizeBytes }

    /// Opens a regular file; a device or a pipe is refused before anything waits for it.
    init(_ path: String) throws(ModelError) {
        do throws(RegularFileError) { file = try RegularFile(path) } catch {
            throw switch error {
            case .notRegular: .readFailed(path: path, reason: "it is not a file")
            case .unknown(let code), .failed(let code): .readFailed(path: path, reason: SystemReason.of(code))
            }
        }
    }

    /// The `count` bytes from `offset` on.
    ///
    /// - Throws: `ModelError.damaged` when the file ends before, `readFailed`.
    func read(at offset: Int, count: Int) throws(ModelError) -> [UInt8] {
        guard offset >= 0, count >= 0, offset <= sizeBytes, count <= sizeBytes - offset else {
            throw .damaged(
                path: path, reason: "it ends at byte \(sizeBytes), before what it says to hold")
        }
        let bytes: [UInt8]
        do throws(Errno) { bytes = try file.read(at: offset, count: count) } catch {
            throw .readFailed(path: path, reason: SystemReason.of(error))
        }
        guard bytes.count == count else {
            throw .damaged(path: path, reason: "it became shorter while it was read")
        }
        return bytes
    }

    /// The whole file.
    ///
    /// - Throws: `ModelError.damaged` when it has more than `limitBytes`.
    func readAll(limitBytes: Int) throws(ModelError) -> [UInt8] {
        guard sizeBytes <= limitBytes else {
            throw .damaged(
                path: path,
                reason:
                    "it has \(ByteCount(sizeBytes)), and \(ByteCount(limitBytes)) are more than any good one has"
            )
        }
        return try read(at: 0, count: sizeBytes)
    }
}
