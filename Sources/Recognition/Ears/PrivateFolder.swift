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
        let path = parent + "/viva-ear-" + UUID().uuidString
        // A folder that is there already is somebody else's.
        guard mkdir(path, 0o700) == 0 else {
            throw CommandFailure.noPlace(
                reason:
                    "no folder for the recording can be made in \(parent): \(String(cString: strerror(errno)))"
            )
        }
        RunningCommands.made(folder: path)
        return PrivateFolder(path: path)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        RunningCommands.removed(folder: path)
    }

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
