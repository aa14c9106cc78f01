internal import Files
internal import FoundationEssentials
internal import Storage
internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// The folder in which all recordings are kept: each content once, under a name that follows from it.
///
/// ```swift
/// let vault = RecordingVault(root: dataFolder + "/recordings", keys: try .from(environment: environment))
/// let added = try vault.add(file: "answer.flac")
/// let head = try vault.open(added.id).read(0..<4)
/// ```
///
/// With keys, recordings are encrypted. What stands where is told in Docs/Recordings.md. Values may be used by any number of
/// tasks and programs at once: each file appears as a whole, and the system's own locks keep changes of keys apart.
public struct RecordingVault: Sendable {
    /// The folder; it is made when something is added.
    public let root: String
    /// What recordings are encrypted with; `nil` when they are not to be.
    let keys: MasterKeys?

    /// Whether what is added is encrypted.
    public var isEncrypted: Bool { keys != nil }

    /// The recordings in a folder.
    public init(root: String, keys: MasterKeys? = nil) {
        self.root = root
        self.keys = keys
    }

    // MARK: - Adding

    /// A recording to be written buffer by buffer.
    ///
    /// - Throws: `RecordingError.noKey` when the vault is encrypted and no key was given; `wrongKey`, `damaged`,
    ///   `diskFull`, `writeFailed`.
    public func writer() throws(RecordingError) -> RecordingWriter { try RecordingWriter(self) }

    /// Adds a file that is on a disk; it stays where it is. 1 MiB of it is held in memory.
    ///
    /// - Throws: What `writer` and `RecordingWriter.finish` do; `readFailed`, `cancelled`.
    @discardableResult
    public func add(file path: String) throws(RecordingError) -> RecordingWriter.Added {
        let source = try StoredFile(path)
        let writer = try writer()
        var offset = 0
        while true {
            if Task.isCancelled { throw .cancelled }
            let piece = try source.read(at: offset, count: RecordingReader.pieceBytes)
            if piece.isEmpty { break }
            try writer.append(piece)
            offset += piece.count
        }
        return try writer.finish()
    }

    /// Refuses to go on where nothing could be added or read with the keys that were given.
    ///
    /// - Throws: `RecordingError.noKey`, `wrongKey`, `damaged`, `newerFormat`, `readFailed`.
    public func requireKey() throws(RecordingError) {
        guard let keys else { return try requirePlain() }
        _ = try VaultSecret.read(secretPath, keys: keys)
    }

    // MARK: - Reading

    /// Opens a recording.
    ///
    /// - Throws: `RecordingError.notFound`, `noKey`, `wrongKey`, `damaged`, `newerFormat`, `readFailed`.
    public func open(_ id: RecordingID) throws(RecordingError) -> RecordingReader {
        let path = try path(of: id)
        do { return try open(path, id: id) } catch {
            // It may have been encrypted since it was found, and stands elsewhere then.
            guard !holds(path) else { throw error }
            return try open(try self.path(of: id), id: id)
        }
    }

    /// The bytes of a recording in a range of places; what is past its end is left out.
    ///
    /// - Throws: What `open` does.
    public func read(_ id: RecordingID, _ range: Range<Int>) throws(RecordingError) -> [UInt8] {
        try open(id).read(range)
    }

    /// The length of a recording in bytes.
    ///
    /// - Throws: What `open` does.
    public func sizeBytes(of id: RecordingID) throws(RecordingError) -> Int { try open(id).sizeBytes }

    /// Whether the vault has a recording.
    ///
    /// - Throws: `RecordingError.noKey`, `wrongKey`, `damaged`, `readFailed`.
    public func contains(_ id: RecordingID) throws(RecordingError) -> Bool {
        do { _ = try path(of: id) } catch {
            if case .notFound = error { return false }
            throw error
        }
        return true
    }

    // MARK: - Removing

    /// Removes a recording. The key of an encrypted one is overwritten first, so that its content cannot be read any more;
    /// whoever has it open reads on.
    ///
    /// - Throws: `RecordingError.notFound`, `noKey`, `wrongKey`, `damaged`, `writeFailed`.
    public func remove(_ id: RecordingID) throws(RecordingError) {
        var path: String? = try path(of: id)
        // While a vault becomes encrypted, a recording may be there twice, or move from the one place to the other.
        while let found = path {
            if let file = try heldFile(found) { try removeFile(file) }
            path = try foundPath(of: id)
        }
    }

    /// A file that nobody else encrypts, rewraps or removes while the value is held; `nil` when it is there no more.
    func heldFile(_ path: String) throws(RecordingError) -> StoredFile? {
        while true {
            let file: StoredFile
            do { file = try StoredFile(path, for: .changing) } catch {
                guard holds(path) else { return nil }
                throw error
            }
            // Whoever held it before may have removed it, or put another in its place.
            if file.isInPlace { return file }
        }
    }

    /// Takes a held file out of the vault; a crash leaves it as a partial.
    func removeFile(_ file: StoredFile) throws(RecordingError) {
        let partial = DurableOutput.partialPath(in: root, name: "removed")
        guard rename(file.path, partial) == 0 else {
            throw RecordingError(writing: file.path, Errno(rawValue: errno))
        }
        if file.path.hasSuffix(VaultFile.sealedSuffix) { try SealedFile.forgetKey(file) }
        guard unlink(partial) == 0 else { throw RecordingError(writing: partial, Errno(rawValue: errno)) }
        do {
            try DurableFile.synchronizeFolder(of: file.path)
            try DurableFile.synchronizeFolder(of: partial)
        } catch {
            throw RecordingError(writing: file.path, error)
        }
    }

    // MARK: - Places

    var secretPath: String { root + "/vault.json" }

    func path(plain id: RecordingID) -> String {
        "\(root)/\(VaultFile.folder(of: id.hexadecimal))/\(id.hexadecimal)"
    }

    func path(sealed id: RecordingID, _ secret: VaultSecret) -> String {
        let name = secret.name(of: id)
        return "\(root)/\(VaultFile.folder(of: name))/\(name)\(VaultFile.sealedSuffix)"
    }

    func holds(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private func path(of id: RecordingID) throws(RecordingError) -> String {
        guard let path = try foundPath(of: id) else { throw .notFound(id, folder: root) }
        return path
    }

    private func foundPath(of id: RecordingID) throws(RecordingError) -> String? {
        if let keys {
            if let secret = try VaultSecret.read(secretPath, keys: keys) {
                let path = path(sealed: id, secret)
                if holds(path) { return path }
            }
        } else {
            try requirePlain()
        }
        let path = path(plain: id)
        return holds(path) ? path : nil
    }

    private func open(_ path: String, id: RecordingID) throws(RecordingError) -> RecordingReader {
        guard let keys, path.hasSuffix(VaultFile.sealedSuffix) else {
            return RecordingReader(plain: try StoredFile(path), id: id)
        }
        let file = try SealedFile(path, keys: keys)
        guard file.id == id else {
            throw .damaged(path: path, reason: "it is another recording, \(file.id), under this name")
        }
        return RecordingReader(sealed: file)
    }

    /// Refuses to go on without a key in a vault that is encrypted.
    func requirePlain() throws(RecordingError) {
        if holds(secretPath) { throw .noKey(folder: root) }
    }

    // MARK: - Folders

    /// Makes the folder of the vault, for its owner alone.
    func prepare() throws(RecordingError) {
        guard !holds(root) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .writeFailed(path: root, reason: StorageError.systemReason(error))
        }
        do { try DurableFile.synchronizeFolder(of: root) } catch {
            throw RecordingError(writing: root, error)
        }
    }

    /// Makes the folder of two digits that a file stands in.
    func prepareFolder(of path: String) throws(RecordingError) {
        let folder = FilePath(path).removingLastComponent().string
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
            throw RecordingError(writing: folder, Errno(rawValue: errno))
        }
    }
}
