internal import Files
internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A file of the vault, or one that is taken into it, with failures as the vault tells them.
final class StoredFile: Sendable {
    typealias Access = RegularFile.Access

    private let file: RegularFile

    var path: String { file.path }
    /// The size in bytes when it was opened.
    var sizeBytes: Int { file.sizeBytes }
    /// The permissions, as `chmod` takes them.
    var permissions: mode_t { file.permissions }
    /// The user that the file belongs to.
    var ownerID: uid_t { file.ownerID }

    /// Opens a file to read it, or to change it in its place, which one program at a time may do.
    ///
    /// - Throws: `RecordingError.readFailed`, `writeFailed`.
    init(_ path: String, for access: Access = .reading) throws(RecordingError) {
        do throws(RegularFileError) {
            file = try RegularFile(path, for: access)
        } catch {
            throw switch error {
            case .notRegular: .readFailed(path: path, reason: "it is not a file")
            case .unknown(let code): .readFailed(path: path, reason: code.description)
            case .failed(let code):
                access == .reading
                    ? .readFailed(path: path, reason: code.description) : RecordingError(writing: path, code)
            }
        }
    }

    /// Whether it still is the file that stands at its path.
    var isInPlace: Bool { file.isInPlace }

    /// The `count` bytes from `offset` on; fewer where the file ends.
    ///
    /// - Throws: `RecordingError.readFailed`.
    func read(at offset: Int, count: Int) throws(RecordingError) -> [UInt8] {
        do throws(Errno) { return try file.read(at: offset, count: count) } catch {
            throw .readFailed(path: path, reason: error.description)
        }
    }

    /// Writes bytes over those at `offset` and brings them to the disk.
    ///
    /// - Throws: `RecordingError.diskFull`, `writeFailed`.
    func overwrite(_ bytes: [UInt8], at offset: Int) throws(RecordingError) {
        do throws(Errno) { try file.overwrite(bytes, at: offset) } catch {
            throw RecordingError(writing: path, error)
        }
    }
}
