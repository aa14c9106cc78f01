internal import Crypto
internal import FoundationEssentials
internal import Zip

/// Where the bytes of a file in an export come from.
enum ExportOrigin: Sendable {
    case file(String)
    case bytes([UInt8])
    case recording(RecordingReader)
    /// One that is opened when its turn comes, since a program may have only so many files open.
    case kept(RecordingID, RecordingVault)
}

/// A file on its way into an export; it is summed as it is read.
final class ExportContent: ZipContent {
    /// What the manifest says of it when it has been read.
    private(set) var exported: ExportedFile?

    private let path: String
    private let kind: ExportedFile.Kind
    private let origin: ExportOrigin
    private var file: StoredFile?
    private var reader: RecordingReader?
    private var sizeBytes = 0
    /// How much has been read, in bytes.
    private var offset = 0
    /// What of it has not been handed out: libzip asks for 8 KiB at a time, less than an encrypted chunk.
    private var piece: ArraySlice<UInt8> = []
    private var sum = SHA256()
    private let progress: (Int) -> Void

    init(_ path: String, _ kind: ExportedFile.Kind, _ origin: ExportOrigin, progress: @escaping (Int) -> Void)
    {
        self.path = path
        self.kind = kind
        self.origin = origin
        self.progress = progress
    }

    func open() throws -> Int {
        (offset, piece, sum) = (0, [], SHA256())
        switch origin {
        case .file(let path):
            let file = try StoredFile(path)
            self.file = file
            sizeBytes = file.sizeBytes
        case .bytes(let bytes): sizeBytes = bytes.count
        case .recording(let reader): sizeBytes = reader.sizeBytes
        case .kept(let id, let vault):
            let reader = try vault.open(id)
            self.reader = reader
            sizeBytes = reader.sizeBytes
        }
        return sizeBytes
    }

    func read(_ count: Int) throws -> [UInt8] {
        if piece.isEmpty { piece = try nextPiece()[...] }
        defer { piece = piece.dropFirst(count) }
        return Array(piece.prefix(count))
    }

    private func nextPiece() throws -> [UInt8] {
        let range = offset..<min(offset + RecordingReader.pieceBytes, sizeBytes)
        guard !range.isEmpty else { return [] }
        let bytes: [UInt8]
        switch origin {
        case .file(let path):
            bytes = try file?.read(at: range.lowerBound, count: range.count) ?? []
            guard bytes.count == range.count else {
                throw RecordingError.damaged(path: path, reason: "it became shorter while it was read")
            }
        case .bytes(let all): bytes = Array(all[range])
        case .recording(let reader): bytes = try reader.read(range)
        case .kept: bytes = try reader?.read(range) ?? []
        }
        offset = range.upperBound
        sum.update(data: bytes)
        progress(bytes.count)
        return bytes
    }

    func close() {
        file = nil
        reader = nil
        exported = ExportedFile(
            path: path, bytes: offset, sha256: RecordingID(sum: sum.finalize()), kind: kind)
    }
}

/// The manifest of an export: the last entry, which is made when the others have been read.
final class ExportManifestContent: ZipContent {
    private let contents: [ExportContent]
    private let missing: [String]
    private var rest: ArraySlice<UInt8> = []

    init(of contents: [ExportContent], missing: [String]) {
        self.contents = contents
        self.missing = missing
    }

    func open() throws -> Int {
        let files = contents.compactMap(\.exported)
        precondition(files.count == contents.count, "libzip asked for the manifest before the files")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        rest = try Array(encoder.encode(ExportManifest(files: files, missing: missing)) + Data("\n".utf8))[
            ...]
        return rest.count
    }

    func read(_ count: Int) throws -> [UInt8] {
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    func close() { rest = [] }
}
