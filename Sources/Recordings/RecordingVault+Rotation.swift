internal import Files

extension RecordingVault {
    /// How far a change of keys is.
    public struct RotationProgress: Sendable, Hashable {
        /// How many files are done.
        public var files: Int
        /// How many there are.
        public var ofFiles: Int
    }

    /// What a change of keys did.
    public struct Rotation: Sendable {
        /// How many files have a new header with a key wrapped anew.
        public var rewrapped = 0
        /// How many files were not encrypted before.
        public var encrypted = 0
        /// How many files had the right key already.
        public var unchanged = 0
        /// Why other files still are as they were: an older key must be kept until there are none.
        public var faults: [RecordingError] = []
    }

    /// Brings every recording under the first of the keys: keys of files are wrapped anew, and what is not encrypted is
    /// encrypted. It may be broken off at any moment and begun again; recordings can be read and added meanwhile.
    ///
    /// - Parameter progress: Is told after each file.
    /// - Throws: `RecordingError.noKey` when no key was given, `wrongKey` when none is that of the vault, `busy` when
    ///   another program does the same, `readFailed`, `writeFailed`, `diskFull`, `cancelled`.
    public func rotate(
        progress: (RotationProgress) -> Void = { _ in }
    ) throws(RecordingError) -> Rotation {
        guard let keys else { throw .noKey(folder: root) }
        try prepare()
        let lock = try VaultLock(root: root, .refusing)
        // The lock is held until all is done.
        defer { withExtendedLifetime(lock) {} }
        let secret = try secretOrNew(keys)
        if secret.keyID != keys.writing.id { try secret.write(to: secretPath, for: keys.writing) }
        var rotation = Rotation()
        let files = try files()
        for (index, file) in files.enumerated() {
            if Task.isCancelled { throw .cancelled }
            do { try bring(file, under: keys, counting: &rotation) } catch {
                switch error {
                case .cancelled, .diskFull: throw error
                // What was removed meanwhile is no fault.
                default: if holds(file.path) { rotation.faults.append(error) }
                }
            }
            progress(RotationProgress(files: index + 1, ofFiles: files.count))
        }
        return rotation
    }

    private func bring(
        _ file: VaultFile, under keys: MasterKeys, counting rotation: inout Rotation
    ) throws(RecordingError) {
        if !file.isSealed {
            if try encrypt(file) { rotation.encrypted += 1 }
        } else if try SealedFile(file.path, keys: keys, for: .changing).rewrap(for: keys.writing) {
            rotation.rewrapped += 1
        } else {
            rotation.unchanged += 1
        }
    }

    /// Puts an encrypted copy of a file into the vault, and removes the file when the copy is on the disk. Whoever wants to
    /// remove the recording meanwhile waits, and then finds the copy.
    ///
    /// - Returns: Whether the file was still there.
    private func encrypt(_ file: VaultFile) throws(RecordingError) -> Bool {
        guard let held = try heldFile(file.path) else { return false }
        let reader = RecordingReader(plain: held, id: file.digits)
        let writer = try writer()
        try reader.forEachPiece { piece throws(RecordingError) in try writer.append(piece) }
        guard try writer.finish(checking: { $0 == file.digits }) != nil else {
            throw .damaged(path: file.path, reason: "its content is not that of its name")
        }
        try removeFile(held)
        return true
    }

    /// The vault's secret; a new one is made when there is none.
    ///
    /// - Throws: `RecordingError.wrongKey`, `damaged`, `writeFailed`.
    func secret(makingWith keys: MasterKeys) throws(RecordingError) -> VaultSecret {
        if let secret = try VaultSecret.read(secretPath, keys: keys) { return secret }
        let lock = try VaultLock(root: root, .waiting)
        defer { withExtendedLifetime(lock) {} }
        return try secretOrNew(keys)
    }

    /// Must be called under the lock, so that two programs do not make two secrets.
    private func secretOrNew(_ keys: MasterKeys) throws(RecordingError) -> VaultSecret {
        if let secret = try VaultSecret.read(secretPath, keys: keys) { return secret }
        if let orphan = try files().first(where: \.isSealed) { throw secretMissing(orphan) }
        let secret = VaultSecret(for: keys.writing)
        try secret.write(to: secretPath, for: keys.writing)
        return secret
    }

    /// The error for a file that has its name of a secret that is not there.
    func secretMissing(_ orphan: VaultFile) -> RecordingError {
        .damaged(
            path: secretPath, reason: "it is missing, and without it nothing like \(orphan.path) has a name")
    }
}
