internal import Files

/// An encrypted file whose header has been opened.
struct SealedFile {
    let file: StoredFile
    let header: SealedHeader
    let key: FileKey
    let id: RecordingID
    /// In which of the two blocks the header stands.
    private let block: Int
    /// Whether the other block is empty, as it is but while a key is being changed.
    private let isSettled: Bool

    /// Opens a file.
    ///
    /// - Throws: `RecordingError.wrongKey`, `damaged`, `newerFormat`, `readFailed`; `writeFailed` when it is to be changed
    ///   and may not be.
    init(_ path: String, keys: MasterKeys, for access: StoredFile.Access = .reading) throws(RecordingError) {
        let file = try StoredFile(path, for: access)
        let bytes = try file.read(at: 0, count: SealedLayout.headerBytes)
        guard bytes.count == SealedLayout.headerBytes else {
            throw .damaged(path: path, reason: "it ends within its header")
        }
        let blocks = [
            SealedHeader.read(Array(bytes[..<SealedLayout.blockBytes])),
            SealedHeader.read(Array(bytes[SealedLayout.blockBytes...])),
        ]
        var failure = RecordingError.damaged(path: path, reason: "its header is not what was written")
        for (index, block) in blocks.enumerated() {
            switch block {
            case .empty, .damaged: continue
            case .newerFormat(let format): failure = .newerFormat(path: path, format: format)
            case .header(let header):
                guard let master = keys.key(header.keyID) else {
                    failure = .wrongKey(path: path, needed: header.keyID, known: keys.all.map(\.id))
                    continue
                }
                guard let (key, id) = header.unwrapped(with: master) else { continue }
                guard file.sizeBytes == header.layout.fileBytes else {
                    throw .damaged(
                        path: path,
                        reason: "it has \(file.sizeBytes) bytes instead of \(header.layout.fileBytes)")
                }
                (self.file, self.header, self.key, self.id) = (file, header, key, id)
                (self.block, isSettled) = (index, blocks[1 - index] == .empty)
                return
            }
        }
        throw failure
    }

    /// Wraps the key of the file with another master key. The file is whole at every moment: the new header is on the disk
    /// before the old one is overwritten.
    ///
    /// - Returns: Whether there was anything to do.
    /// - Throws: `RecordingError.diskFull`, `writeFailed`.
    func rewrap(for master: MasterKey) throws(RecordingError) -> Bool {
        let empty = [UInt8](repeating: 0, count: SealedLayout.blockBytes)
        let places = (block * SealedLayout.blockBytes, (1 - block) * SealedLayout.blockBytes)
        guard header.keyID != master.id else {
            if !isSettled { try file.overwrite(empty, at: places.1) }
            return !isSettled
        }
        let wrapped: SealedHeader
        do { wrapped = try SealedHeader(key, of: id, layout: header.layout, with: master) } catch {
            throw .writeFailed(path: file.path, reason: "its key cannot be encrypted: \(error)")
        }
        try file.overwrite(wrapped.block, at: places.1)
        try file.overwrite(empty, at: places.0)
        return true
    }

    /// Overwrites the key of a file that is being removed, so that its content cannot be read any more.
    static func forgetKey(_ file: StoredFile) throws(RecordingError) {
        try file.overwrite([UInt8](repeating: 0, count: SealedLayout.headerBytes), at: 0)
    }

    /// Whether a file begins as an encrypted one does; it may be something else all the same.
    static func isLikely(_ file: StoredFile) throws(RecordingError) -> Bool {
        for block in 0..<2 {
            let place = block * SealedLayout.blockBytes
            if try file.read(at: place, count: SealedHeader.magic.count) == SealedHeader.magic { return true }
        }
        return false
    }
}
