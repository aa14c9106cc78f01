internal import Crypto

/// An open recording: its content, or any part of it, is read without reading the rest.
///
/// What is encrypted is checked as it is read. What is not is given as it stands on the disk; `RecordingVault.verify`
/// compares it. A reader stays good when the recording is removed or its key is changed meanwhile.
public final class RecordingReader: Sendable {
    /// How much is read at once by `forEachPiece`, in bytes.
    static let pieceBytes = 1 << 20

    /// Which recording it is.
    public let id: RecordingID
    /// The length of the content in bytes.
    public let sizeBytes: Int
    /// Whether it is encrypted on the disk.
    public var isEncrypted: Bool { sealed != nil }

    private let file: StoredFile
    private let sealed: (layout: SealedLayout, key: FileKey)?

    /// A recording that is not encrypted.
    init(plain file: StoredFile, id: RecordingID) {
        self.file = file
        self.id = id
        sizeBytes = file.sizeBytes
        sealed = nil
    }

    /// An encrypted recording.
    init(sealed file: SealedFile) {
        self.file = file.file
        id = file.id
        sizeBytes = file.header.layout.plainBytes
        sealed = (file.header.layout, file.key)
    }

    /// The bytes of the content in a range of places; what is past the end is left out.
    ///
    /// The range is held in memory.
    /// - Throws: `RecordingError.damaged`, `readFailed`.
    public func read(_ range: Range<Int>) throws(RecordingError) -> [UInt8] {
        let range = range.clamped(to: 0..<sizeBytes)
        guard !range.isEmpty else {
            // An empty content is authenticated as well.
            if let sealed, sizeBytes == 0 { _ = try chunk(0, sealed.layout, sealed.key) }
            return []
        }
        guard let sealed else { return try plain(range) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        for number in sealed.layout.chunks(of: range) {
            let place = sealed.layout.plainRange(of: number)
            let wanted = range.clamped(to: place)
            let chunk = try chunk(number, sealed.layout, sealed.key)
            bytes += chunk[wanted.lowerBound - place.lowerBound..<wanted.upperBound - place.lowerBound]
        }
        return bytes
    }

    /// The whole content in pieces of at most 1 MiB, in their order; none for an empty one.
    ///
    /// - Throws: `RecordingError.damaged`, `readFailed`, `cancelled`, and what `body` throws.
    public func forEachPiece(_ body: ([UInt8]) throws(RecordingError) -> Void) throws(RecordingError) {
        if sizeBytes == 0 { _ = try read(0..<0) }
        for start in stride(from: 0, to: sizeBytes, by: Self.pieceBytes) {
            if Task.isCancelled { throw .cancelled }
            try body(try read(start..<min(start + Self.pieceBytes, sizeBytes)))
        }
    }

    /// The SHA-256 sum of the content as it is now.
    func sum() throws(RecordingError) -> RecordingID {
        var sum = SHA256()
        try forEachPiece { sum.update(data: $0) }
        return RecordingID(sum: sum.finalize())
    }

    private func plain(_ range: Range<Int>) throws(RecordingError) -> [UInt8] {
        let bytes = try file.read(at: range.lowerBound, count: range.count)
        guard bytes.count == range.count else {
            throw .damaged(path: file.path, reason: "it became shorter while it was read")
        }
        return bytes
    }

    private func chunk(
        _ number: Int, _ layout: SealedLayout, _ key: FileKey
    ) throws(RecordingError) -> [UInt8] {
        let sealed = try file.read(
            at: layout.place(of: number), count: layout.plainRange(of: number).count + SealedLayout.tagBytes)
        guard
            let plain = key.open(
                sealed, chunk: number, ofBytes: layout.chunkBytes, isLast: number == layout.chunkCount - 1)
        else {
            throw .damaged(
                path: file.path, reason: "its chunk \(number) of \(layout.chunkCount) is not what was written"
            )
        }
        return plain
    }
}
