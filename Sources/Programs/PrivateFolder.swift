import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// A folder that only this user may enter, with the files for one run of a program.
public struct PrivateFolder: ~Copyable {
    /// Where it is.
    public let path: String

    private let purpose: String

    private init(path: String, purpose: String) {
        self.path = path
        self.purpose = purpose
    }

    /// Makes a folder on the disk of `TMPDIR` or else of `/tmp`; it goes with its owner.
    ///
    /// - Parameter purpose: What it is for, as in "the recording".
    /// - Throws: `ProgramFailure.noPlace`.
    public static func create(for purpose: String) throws(ProgramFailure) -> PrivateFolder {
        let parent = FileManager.default.temporaryDirectory.path
        let path = parent + "/viva-run-" + UUID().uuidString
        // A folder that is there already is somebody else's.
        guard mkdir(path, 0o700) == 0 else {
            throw ProgramFailure.noPlace(
                reason:
                    "no folder for \(purpose) can be made in \(parent): \(String(cString: strerror(errno)))"
            )
        }
        RunningPrograms.made(folder: path)
        return PrivateFolder(path: path, purpose: purpose)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        RunningPrograms.removed(folder: path)
    }

    /// Writes a file into it and returns its path.
    ///
    /// - Throws: `ProgramFailure.noPlace`.
    public func write(_ bytes: [UInt8], name: String) throws(ProgramFailure) -> String {
        let file = path + "/" + name
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: file))
        } catch {
            throw ProgramFailure.noPlace(
                reason:
                    "\(purpose) cannot be written to \(file): \(error.localizedDescription) Is the disk full?"
            )
        }
        return file
    }
}
