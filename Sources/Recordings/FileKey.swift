internal import Crypto

/// The key of one encrypted file, with which its chunks are encrypted: AES-256-GCM (NIST SP 800-38D).
///
/// A key is random and encrypts one content once, so that a nonce made of the file nonce and the chunk's number never
/// comes twice with it.
struct FileKey: Sendable {
    let key: SymmetricKey
    /// Random bytes of the file, the beginning of each nonce.
    let nonce: [UInt8]

    /// A new random key.
    init() {
        var source = SystemRandomNumberGenerator()
        self.init(
            key: SymmetricKey(size: .bits256),
            nonce: (0..<SealedHeader.nonceBytes).map { _ in source.next() })
    }

    init(key: SymmetricKey, nonce: [UInt8]) {
        self.key = key
        self.nonce = nonce
    }

    /// Encrypts a chunk: its ciphertext and its tag.
    func seal(
        _ plain: ArraySlice<UInt8>, chunk: Int, ofBytes chunkBytes: Int, isLast: Bool
    ) throws -> [UInt8] {
        let box = try AES.GCM.seal(
            plain, using: key, nonce: chunkNonce(chunk),
            authenticating: bound(chunk, ofBytes: chunkBytes, isLast: isLast))
        return Array(box.ciphertext) + Array(box.tag)
    }

    /// Decrypts a chunk; `nil` when it was changed, stands in another place, or belongs to another file.
    func open(_ sealed: [UInt8], chunk: Int, ofBytes chunkBytes: Int, isLast: Bool) -> [UInt8]? {
        guard sealed.count >= SealedLayout.tagBytes, let nonce = try? chunkNonce(chunk) else { return nil }
        let split = sealed.count - SealedLayout.tagBytes
        guard
            let box = try? AES.GCM.SealedBox(
                nonce: nonce, ciphertext: sealed[..<split], tag: sealed[split...]),
            let plain = try? AES.GCM.open(
                box, using: key, authenticating: bound(chunk, ofBytes: chunkBytes, isLast: isLast))
        else { return nil }
        return Array(plain)
    }

    private func chunkNonce(_ chunk: Int) throws -> AES.GCM.Nonce {
        try AES.GCM.Nonce(data: nonce + SealedHeader.bytes(of: chunk, count: 4))
    }

    /// What the tag of a chunk covers beside its content: format, chunk size, file, number, and whether it is the last.
    private func bound(_ chunk: Int, ofBytes chunkBytes: Int, isLast: Bool) -> [UInt8] {
        SealedHeader.magic + SealedHeader.bytes(of: SealedHeader.format, count: 2) + [0, 0]
            + SealedHeader.bytes(of: chunkBytes, count: 4) + nonce + SealedHeader.bytes(of: chunk, count: 8)
            + [isLast ? 1 : 0]
    }
}

extension FileKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Not the key.
    var description: String { "<file key>" }
    /// Not the key.
    var debugDescription: String { description }
    /// Nothing, so that no dump of a value that holds a key shows it.
    var customMirror: Mirror { Mirror(self, children: []) }
}
