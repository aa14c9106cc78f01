internal import Crypto
internal import Files
internal import Storage
internal import SystemPackage

/// A recording that is being added, buffer by buffer. Only one chunk of it is held in memory.
///
/// It appears in the vault with `finish`; a writer that goes before leaves nothing.
public final class RecordingWriter {
    /// What `finish` says of the recording.
    public struct Added: Sendable, Hashable {
        /// What it is called.
        public var id: RecordingID
        /// Its length in bytes.
        public var sizeBytes: Int
        /// Whether the same content was there before; the new copy has taken its place.
        public var wasThere: Bool
    }

    private let vault: RecordingVault
    private let output: DurableOutput
    private let sealing: (key: FileKey, secret: VaultSecret, master: MasterKey)?
    private var sum = SHA256()
    private var sizeBytes = 0
    /// What is not yet written of an encrypted file: at most a chunk, as only the end tells which is the last.
    private var pending: [UInt8] = []
    private var chunkCount = 0

    init(_ vault: RecordingVault) throws(RecordingError) {
        self.vault = vault
        try vault.prepare()
        if let keys = vault.keys {
            sealing = (FileKey(), try vault.secret(makingWith: keys), keys.writing)
        } else {
            try vault.requirePlain()
            sealing = nil
        }
        do {
            output = try DurableOutput(in: vault.root, name: "recording")
            if sealing != nil { try output.append([UInt8](repeating: 0, count: SealedLayout.headerBytes)) }
        } catch {
            throw RecordingError(writing: vault.root, error)
        }
    }

    /// Adds bytes behind those that are there.
    ///
    /// - Throws: `RecordingError.diskFull`, `writeFailed`; the recording cannot be finished then.
    public func append(_ bytes: [UInt8]) throws(RecordingError) {
        sum.update(data: bytes)
        sizeBytes += bytes.count
        guard sealing != nil else { return try write(bytes) }
        var rest = bytes[...]
        while !rest.isEmpty {
            if pending.count == SealedLayout.chunkBytes { try sealPending(isLast: false) }
            let part = rest.prefix(SealedLayout.chunkBytes - pending.count)
            pending += part
            rest = rest.dropFirst(part.count)
        }
    }

    /// Puts the recording into the vault. When this returns, it is on the disk. Nothing may be added then.
    ///
    /// - Throws: `RecordingError.diskFull`, `writeFailed`; the vault is what it was before then.
    public func finish() throws(RecordingError) -> Added {
        try finish(checking: { _ in true }) ?? Added(id: id, sizeBytes: sizeBytes, wasThere: false)
    }

    /// Puts the recording into the vault when its content is what it should be, and else throws it away.
    func finish(checking isWanted: (RecordingID) -> Bool) throws(RecordingError) -> Added? {
        let id = id
        guard isWanted(id) else { return nil }
        let path: String
        if let sealing {
            try sealPending(isLast: true)
            let layout = SealedLayout(chunkBytes: SealedLayout.chunkBytes, plainBytes: sizeBytes)
            do {
                let header = try SealedHeader(sealing.key, of: id, layout: layout, with: sealing.master)
                try output.overwrite(header.block, at: 0)
            } catch let error as Errno {
                throw RecordingError(writing: vault.root, error)
            } catch {
                throw .writeFailed(path: vault.root, reason: "the recording cannot be encrypted: \(error)")
            }
            path = vault.path(sealed: id, sealing.secret)
        } else {
            path = vault.path(plain: id)
        }
        let wasThere = vault.holds(path)
        try vault.prepareFolder(of: path)
        // Held until it is replaced: another writer of the same content then replaces this copy, and not that one.
        let replaced = sealing != nil ? try? vault.heldFile(path) : nil
        do { try output.settle(at: path) } catch { throw RecordingError(writing: path, error) }
        // The copy that was there keeps no key: else removing the recording would not remove its content from the disk.
        // Where that cannot be done, the recording is in the vault all the same.
        if let replaced { try? SealedFile.forgetKey(replaced) }
        return Added(id: id, sizeBytes: sizeBytes, wasThere: wasThere)
    }

    private var id: RecordingID { RecordingID(sum: sum.finalize()) }

    private func sealPending(isLast: Bool) throws(RecordingError) {
        guard let key = sealing?.key else { return }
        let sealed: [UInt8]
        do {
            sealed = try key.seal(
                pending[...], chunk: chunkCount, ofBytes: SealedLayout.chunkBytes, isLast: isLast)
        } catch {
            throw .writeFailed(path: vault.root, reason: "the recording cannot be encrypted: \(error)")
        }
        try write(sealed)
        chunkCount += 1
        pending.removeAll(keepingCapacity: true)
    }

    private func write(_ bytes: [UInt8]) throws(RecordingError) {
        do { try output.append(bytes) } catch { throw RecordingError(writing: vault.root, error) }
    }
}
