import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// A folder that only this user may enter, with the recording for one run of a command.
struct PrivateFolder: ~Copyable {
    /// Where it is.
    let path: String

    private init(path: String) { self.path = path }

    /// Makes a folder on the disk of `TMPDIR` or else of `/tmp`; it goes with its owner.
    static func create() throws(CommandFailure) -> PrivateFolder {
        let parent = FileManager.default.temporaryDirectory.path
        var template = Array((parent + "/viva-ear-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw CommandFailure.noPlace(
                reason:
                    "no folder for the recording can be made in \(parent): \(String(cString: strerror(errno)))"
            )
        }
        let bytes = template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return PrivateFolder(path: String(decoding: bytes, as: UTF8.self))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file into it and returns its path.
    func write(_ bytes: [UInt8], name: String) throws(CommandFailure) -> String {
        let file = path + "/" + name
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: file))
        } catch {
            throw CommandFailure.noPlace(
                reason:
                    "the recording cannot be written to \(file): \(error.localizedDescription) Is the disk full?"
            )
        }
        return file
    }
}
