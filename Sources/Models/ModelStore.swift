internal import Files
internal import FoundationEssentials
internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// The folder in which models are installed, each in a folder of its own named after it.
///
/// A model appears in one step: it is made in a folder whose name begins with a dot, which is never looked at, and then
/// renamed.
public struct ModelStore: Sendable, Hashable {
    private static let stagingPrefix = ".making-"
    private static let lockName = ".lock"

    /// The folder; it need not exist as long as nothing is installed.
    public let folder: String

    /// The store in a folder.
    public init(folder: String) { self.folder = folder }

    /// The user's store: in the folder of `VIVA_MODELS` (a relative path begins where the program runs), else
    /// `viva/models` in the user's data folder of the XDG base directory specification.
    public static var ofUser: ModelStore {
        let folders = UserFolders()
        return ModelStore(folder: folders.named("VIVA_MODELS") ?? folders.data + "/models")
    }

    /// The folder of a model.
    public func path(of name: String) -> String { folder + "/" + name }

    /// All models, sorted by name, with those that are damaged.
    ///
    /// - Throws: `ModelError.readFailed` when the folder is there and cannot be read.
    public func models() throws(ModelError) -> [StoredModel] {
        let names: [String]
        do {
            guard FileManager.default.fileExists(atPath: folder) else { return [] }
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .readFailed(path: folder, reason: SystemReason.of(error))
        }
        return names.filter { ModelName.isValid($0) && isFolder(path(of: $0)) }.sorted().map { name in
            StoredModel(name: name, model: Result { () throws(ModelError) in try open(name) })
        }
    }

    /// An installed model.
    ///
    /// - Throws: `ModelError.notInstalled`, `invalidName`, `damaged`, `unsupported`, `readFailed`.
    public func model(named name: String) throws(ModelError) -> InstalledModel {
        try requireFolder(name)
        return try open(name)
    }

    /// Removes a model, damaged or not.
    ///
    /// - Throws: `ModelError.notInstalled`, `invalidName`, `storeBusy`, `writeFailed`.
    public func remove(_ name: String) throws(ModelError) {
        try requireFolder(name)
        let lock = try lock()
        // Out of the way in one step, so that a removal that is interrupted leaves no half of a model.
        let trash = try makeStaging()
        try rename(path(of: name), to: trash + "/" + name)
        removeStaging()
        withExtendedLifetime(lock) {}
    }

    /// Whether there is a folder of this name.
    func has(_ name: String) -> Bool { ModelName.isValid(name) && isFolder(path(of: name)) }

    /// Keeps other programs from changing the store until the result is let go.
    ///
    /// - Throws: `ModelError.storeBusy`, `writeFailed`.
    func lock() throws(ModelError) -> FileLock {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .writeFailed(path: folder, reason: SystemReason.of(error))
        }
        let path = folder + "/" + Self.lockName
        do throws(FileLockError) {
            return try FileLock(path: path, permissions: [.ownerReadWrite, .groupRead, .otherRead])
        } catch {
            throw switch error {
            case .held: .storeBusy(folder: folder)
            case .failed(let code): OutputFile.failure(code, path: path)
            }
        }
    }

    /// A new folder in which something can be made; only with the lock.
    func makeStaging() throws(ModelError) -> String {
        let path =
            folder + "/" + Self.stagingPrefix + String(UInt64.random(in: .min ... .max), radix: 36)
        guard mkdir(path, 0o700) == 0 else {
            throw OutputFile.failure(Errno(rawValue: errno), path: path)
        }
        return path
    }

    /// Removes what was being made, also by programs that were killed; only with the lock.
    func removeStaging() {
        // What cannot be listed or removed counts for nothing, and the next time tries again.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix(Self.stagingPrefix) {
            try? FileManager.default.removeItem(atPath: path(of: name))
        }
    }

    /// Puts a finished folder in the place of a model; only with the lock.
    func settle(_ finished: String, as name: String) throws(ModelError) {
        if isFolder(path(of: name)) {
            // What is there is damaged: a whole one is never replaced.
            try rename(path(of: name), to: try makeStaging() + "/" + name)
        }
        // The folder was private while it was made.
        guard chmod(finished, 0o755) == 0 else {
            throw .writeFailed(path: finished, reason: SystemReason.of(Errno(rawValue: errno)))
        }
        try rename(finished, to: path(of: name))
    }

    private func open(_ name: String) throws(ModelError) -> InstalledModel {
        let model = try InstalledModel(folder: path(of: name))
        guard model.name == name else {
            throw .damaged(
                path: path(of: name) + "/" + InstalledModel.descriptionName,
                reason: "it says to be of \(model.name), and the folder is called \(name)")
        }
        return model
    }

    private func requireFolder(_ name: String) throws(ModelError) {
        guard ModelName.isValid(name) else { throw .invalidName(name: name) }
        guard isFolder(path(of: name)) else {
            throw .notInstalled(name: name, installed: try models().map(\.name))
        }
    }

    private func rename(_ source: String, to path: String) throws(ModelError) {
        guard Glibc.rename(source, path) == 0 else {
            throw .writeFailed(path: path, reason: SystemReason.of(Errno(rawValue: errno)))
        }
    }

    private func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
