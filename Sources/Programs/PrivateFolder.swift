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
        _ = Self.sweeping
        let path = "\(parent)/\(prefix)\(UUID().uuidString)"
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

    private static let prefix = "viva-run-"

    /// The age, in seconds, from which no program reads a folder any more: a day.
    private static let abandonedSeconds = 24 * 60 * 60

    /// Done once in a process.
    private static let sweeping: Void = removeAbandoned(in: FileManager.default.temporaryDirectory.path)

    /// Removes what programs of this user have left that were killed, a day old or older.
    static func removeAbandoned(in parent: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for path in names.filter({ $0.hasPrefix(prefix) }).map({ "\(parent)/\($0)" }) {
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(),
                time(nil) - status.st_mtim.tv_sec >= abandonedSeconds
            else { continue }
            // What cannot be removed now is tried again another time.
            try? FileManager.default.removeItem(atPath: path)
        }
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
