internal import Crypto

/// The header of an encrypted file: what the content is, and the key of the file, wrapped with a master key.
///
/// It stands in one of two blocks, and the other is empty; while the key is changed, in both. Numbers are big-endian.
///
///      0  8  "VIVASEAL"
///      8  2  the format, 1
///     10  2  0
///     12  4  chunk size in bytes
///     16  8  length of the content in bytes
///     24  8  file nonce
///     32  8  id of the master key
///     40 12  nonce of the wrapping
///     52 64  key of the file (32) and SHA-256 of the content (32), encrypted
///    116 16  tag of the wrapping, which covers the bytes 0..<40 too
///    132  8  the first 8 bytes of the SHA-256 of the bytes 0..<132, which tells damage from another key
///    140     0 to the end of the block
struct SealedHeader: Sendable, Hashable {
    static let magic = Array("VIVASEAL".utf8)
    static let format = 1
    static let nonceBytes = 8
    private static let boundBytes = 40
    private static let checkedBytes = 132
    private static let usedBytes = 140

    let layout: SealedLayout
    /// Random, and the beginning of the nonce of every chunk.
    let fileNonce: [UInt8]
    /// Which master key the key of the file is wrapped with.
    let keyID: KeyID
    /// Nonce, ciphertext and tag of what is wrapped.
    private let wrapped: [UInt8]

    /// What stands in a block.
    enum Block: Equatable {
        case empty
        case header(SealedHeader)
        case newerFormat(Int)
        case damaged
    }

    /// Wraps the key and the name of a file.
    init(_ key: FileKey, of id: RecordingID, layout: SealedLayout, with master: MasterKey) throws {
        self.layout = layout
        fileNonce = key.nonce
        keyID = master.id
        let bound = Self.bound(layout, fileNonce, keyID)
        let secret = key.key.withUnsafeBytes { [UInt8]($0) } + id.sum
        guard
            let combined = try AES.GCM.seal(secret, using: master.wrapping, authenticating: bound).combined
        else { throw CryptoKitError.authenticationFailure }
        wrapped = Array(combined)
    }

    /// Reads what stands in a block of `SealedLayout.blockBytes`.
    static func read(_ block: [UInt8]) -> Block {
        if block.allSatisfy({ $0 == 0 }) { return .empty }
        guard block.count == SealedLayout.blockBytes, block.starts(with: magic) else { return .damaged }
        let format = number(block[8..<10])
        guard format <= Self.format else { return .newerFormat(format) }
        let sum = SHA256.hash(data: block[..<checkedBytes]).prefix(8)
        guard format == Self.format, block[checkedBytes..<usedBytes].elementsEqual(sum),
            block[usedBytes...].allSatisfy({ $0 == 0 }), number(block[10..<12]) == 0
        else { return .damaged }
        let layout = SealedLayout(
            chunkBytes: number(block[12..<16]), plainBytes: number(block[16..<24]))
        guard SealedLayout.chunkSizes.contains(layout.chunkBytes),
            (0...layout.chunkBytes * SealedLayout.chunkCountLimit).contains(layout.plainBytes)
        else { return .damaged }
        return .header(
            SealedHeader(
                layout: layout, fileNonce: Array(block[24..<32]), keyID: KeyID(bytes: block[32..<40]),
                wrapped: Array(block[40..<checkedBytes])))
    }

    private init(layout: SealedLayout, fileNonce: [UInt8], keyID: KeyID, wrapped: [UInt8]) {
        self.layout = layout
        self.fileNonce = fileNonce
        self.keyID = keyID
        self.wrapped = wrapped
    }

    /// A block with the header.
    var block: [UInt8] {
        var bytes = Self.bound(layout, fileNonce, keyID) + wrapped
        bytes += SHA256.hash(data: bytes).prefix(8)
        return bytes + [UInt8](repeating: 0, count: SealedLayout.blockBytes - bytes.count)
    }

    /// The key and the name of the file; `nil` when the header was changed or the key is another.
    func unwrapped(with master: MasterKey) -> (key: FileKey, id: RecordingID)? {
        guard let box = try? AES.GCM.SealedBox(combined: wrapped),
            let secret = try? AES.GCM.open(
                box, using: master.wrapping, authenticating: Self.bound(layout, fileNonce, keyID))
        else { return nil }
        return (
            FileKey(key: SymmetricKey(data: secret.prefix(32)), nonce: fileNonce),
            RecordingID(sum: secret.dropFirst(32))
        )
    }

    /// The bytes before the wrapped ones, which the tag covers.
    private static func bound(_ layout: SealedLayout, _ fileNonce: [UInt8], _ keyID: KeyID) -> [UInt8] {
        magic + bytes(of: format, count: 2) + [0, 0] + bytes(of: layout.chunkBytes, count: 4)
            + bytes(of: layout.plainBytes, count: 8) + fileNonce + keyID.bytes
    }

    /// A number as big-endian bytes.
    static func bytes(of number: Int, count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// The number that big-endian bytes are; the largest one where they are more than that.
    private static func number(_ bytes: some Sequence<UInt8>) -> Int {
        Int(clamping: bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
