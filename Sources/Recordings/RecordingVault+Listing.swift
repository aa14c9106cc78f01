internal import FoundationEssentials

extension RecordingVault {
    /// What is in a vault.
    public struct Listing: Sendable {
        /// The recordings, in the order of their ids.
        public var recordings: [StoredRecording] = []
        /// Why files that have names of recordings could not be read.
        public var faults: [RecordingError] = []
    }

    /// All recordings. Of an encrypted vault each header is read, for a name on the disk tells nothing.
    ///
    /// - Throws: `RecordingError.noKey`, `wrongKey`, `readFailed`, `cancelled`.
    public func list() throws(RecordingError) -> Listing {
        var listing = Listing()
        var sizes: [RecordingID: StoredRecording] = [:]
        for file in try files() {
            if Task.isCancelled { throw .cancelled }
            do {
                let reader = try reader(of: file)
                // While a vault becomes encrypted, a recording may be there twice.
                let isEncrypted = reader.isEncrypted || sizes[reader.id]?.isEncrypted == true
                sizes[reader.id] = StoredRecording(
                    id: reader.id, sizeBytes: reader.sizeBytes, isEncrypted: isEncrypted)
            } catch {
                if holds(file.path) { listing.faults.append(error) }
            }
        }
        listing.recordings = sizes.values.sorted { $0.id < $1.id }
        return listing
    }

    /// What a check of all recordings found.
    public struct Verification: Sendable {
        /// How many files were read.
        public var files = 0
        /// How many bytes of content they have.
        public var bytes = 0
        /// What is wrong with which file; none when all is well.
        public var faults: [RecordingError] = []
        /// The paths of these files, in the same order.
        public var faultyPaths: [String] = []
    }

    /// Reads every file and compares its content with its name.
    ///
    /// - Parameter progress: Is told how many files have been read, and how many there are.
    /// - Throws: `RecordingError.noKey`, `wrongKey` of the vault itself, `readFailed`, `cancelled`.
    public func verify(
        progress: (_ files: Int, _ ofFiles: Int) -> Void = { _, _ in }
    ) throws(RecordingError) -> Verification {
        var verification = Verification()
        let files = try files()
        let secret: VaultSecret?
        if let keys { secret = try VaultSecret.read(secretPath, keys: keys) } else { secret = nil }
        for file in files {
            do { verification.bytes += try check(file, secret) } catch {
                if error == .cancelled { throw error }
                // What was removed meanwhile is no fault.
                if holds(file.path) {
                    verification.faults.append(error)
                    verification.faultyPaths.append(file.path)
                }
            }
            verification.files += 1
            progress(verification.files, files.count)
        }
        return verification
    }

    /// Whether a recording is there with the content that it was added with. All of it is read.
    ///
    /// - Throws: `RecordingError.noKey`, `wrongKey`, `newerFormat`, `readFailed`, `cancelled`.
    public func isWhole(_ id: RecordingID) throws(RecordingError) -> Bool {
        do { return try open(id).sum() == id } catch {
            switch error {
            case .notFound, .damaged: return false
            default: throw error
            }
        }
    }

    /// All files with names of recordings, in the order of their folders.
    ///
    /// - Throws: `RecordingError.noKey` when the vault is encrypted and there is no key; `readFailed`.
    func files() throws(RecordingError) -> [VaultFile] {
        if keys == nil { try requirePlain() }
        var files: [VaultFile] = []
        for folder in try VaultFile.names(in: root)
        where folder.utf8.count == 2 && Hexadecimal.bytes(of: folder) != nil {
            for name in try VaultFile.names(in: "\(root)/\(folder)") {
                if let file = VaultFile(name, in: folder, of: root) { files.append(file) }
            }
        }
        return files
    }

    /// Compares a file's content with its name, and gives the length of the content in bytes.
    private func check(_ file: VaultFile, _ secret: VaultSecret?) throws(RecordingError) -> Int {
        let reader = try reader(of: file)
        let sum = try reader.sum()
        guard sum == reader.id else {
            throw .damaged(path: file.path, reason: "its content has the sum \(sum)")
        }
        guard !file.isSealed || secret?.name(of: sum) == file.digits.hexadecimal else {
            throw .damaged(path: file.path, reason: "it has the name of another recording")
        }
        return reader.sizeBytes
    }

    func reader(of file: VaultFile) throws(RecordingError) -> RecordingReader {
        guard file.isSealed else { return RecordingReader(plain: try StoredFile(file.path), id: file.digits) }
        guard let keys else { throw .noKey(folder: root) }
        return RecordingReader(sealed: try SealedFile(file.path, keys: keys))
    }
}
