internal import Crypto
internal import FoundationEssentials

/// A key of 256 bits that the keys of the files are wrapped with. It is never printed: what describes it shows its id.
public struct MasterKey: Sendable {
    /// Which key it is; the same for the same key everywhere.
    public let id: KeyID
    /// Wraps the keys of files and the vault's secret: derived, so that the master key itself encrypts nothing.
    let wrapping: SymmetricKey

    /// A key of 32 bytes.
    private init(_ key: SymmetricKey) {
        id = KeyID(
            bytes: Self.derived(from: key, "viva key id 1", byteCount: KeyID.byteCount)
                .withUnsafeBytes { [UInt8]($0) })
        wrapping = Self.derived(from: key, "viva key wrapping 1", byteCount: 32)
    }

    /// Reads a key from 64 hexadecimal digits or from Base64 of 32 bytes.
    ///
    /// - Parameters:
    ///   - text: The key; space around it does not count.
    ///   - source: Where it comes from, for the message.
    /// - Throws: `RecordingError.keyRefused`, which does not have the text.
    public init(_ text: String, source: String) throws(RecordingError) {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let bytes = Hexadecimal.bytes(of: text) ?? Data(base64Encoded: text).map(Array.init) else {
            throw .keyRefused(source: source, reason: "it is neither hexadecimal digits nor Base64")
        }
        guard bytes.count == 32 else {
            throw .keyRefused(source: source, reason: "it has \(bytes.count) bytes instead of 32")
        }
        guard Set(bytes).count > 8 else {
            throw .keyRefused(source: source, reason: "its bytes repeat, as no random ones do")
        }
        self.init(SymmetricKey(data: bytes))
    }

    /// HKDF with SHA-256 (RFC 5869), without salt: the key is random already.
    private static func derived(from key: SymmetricKey, _ purpose: String, byteCount: Int) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Array(purpose.utf8), outputByteCount: byteCount)
    }
}

extension MasterKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The id, not the key.
    public var description: String { "<master key \(id)>" }
    /// The id, not the key.
    public var debugDescription: String { description }
    /// Nothing, so that no dump of a value that holds a key shows it.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
