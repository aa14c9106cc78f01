internal import Crypto
internal import FoundationEssentials
internal import Storage
internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// What makes the names of encrypted files, so that they tell nothing of the content: a random secret of the vault, kept
/// in its folder, wrapped with a master key.
///
/// It is not a master key itself, for then each new key would rename every file.
struct VaultSecret: Sendable {
    private let key: SymmetricKey
    /// The master key that it is wrapped with.
    let keyID: KeyID

    /// What stands in the file.
    private struct Stored: Codable {
        var format: Int
        /// The id of the master key.
        var keyID: String
        /// Nonce, ciphertext and tag, in Base64.
        var secret: Data
    }

    private static let format = 1
    private static let limitBytes = 4096

    /// A new random secret.
    init(for master: MasterKey) {
        self.init(key: SymmetricKey(size: .bits256), keyID: master.id)
    }

    private init(key: SymmetricKey, keyID: KeyID) {
        self.key = key
        self.keyID = keyID
    }

    /// The secret of a vault; `nil` when there is no such file.
    ///
    /// - Throws: `RecordingError.wrongKey`, `damaged`, `newerFormat`, `readFailed`.
    static func read(_ path: String, keys: MasterKeys) throws(RecordingError) -> VaultSecret? {
        guard access(path, F_OK) == 0 else { return nil }
        let file = try StoredFile(path)
        guard file.sizeBytes <= limitBytes,
            let stored = try? JSONDecoder().decode(
                Stored.self, from: Data(try file.read(at: 0, count: file.sizeBytes))),
            let idBytes = Hexadecimal.bytes(of: stored.keyID), idBytes.count == KeyID.byteCount
        else { throw .damaged(path: path, reason: "it is not the JSON document that was written") }
        guard stored.format <= format else { throw .newerFormat(path: path, format: stored.format) }
        let id = KeyID(bytes: idBytes)
        guard let master = keys.key(id) else {
            throw .wrongKey(path: path, needed: id, known: keys.all.map(\.id))
        }
        guard let box = try? AES.GCM.SealedBox(combined: stored.secret),
            let secret = try? AES.GCM.open(box, using: master.wrapping, authenticating: bound(id))
        else { throw .damaged(path: path, reason: "its secret was changed") }
        return VaultSecret(key: SymmetricKey(data: secret), keyID: id)
    }

    /// Writes the secret, wrapped with a master key, in the place of what is there.
    ///
    /// - Throws: `RecordingError.writeFailed`, `diskFull`.
    func write(to path: String, for master: MasterKey) throws(RecordingError) {
        let document: Data
        do {
            let secret = key.withUnsafeBytes { [UInt8]($0) }
            let box = try AES.GCM.seal(secret, using: master.wrapping, authenticating: Self.bound(master.id))
            let stored = Stored(
                format: Self.format, keyID: master.id.description, secret: box.combined ?? Data())
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            document = try encoder.encode(stored)
        } catch {
            throw .writeFailed(path: path, reason: "its secret cannot be encrypted: \(error)")
        }
        do {
            let output = try DurableOutput(
                in: FilePath(path).removingLastComponent().string,
                name: FilePath(path).lastComponent?.string ?? "")
            try output.append(document)
            try output.settle(at: path)
        } catch {
            throw RecordingError(writing: path, error)
        }
    }

    /// The name of the file of a recording: HMAC-SHA256 (RFC 2104) of its id, in 64 hexadecimal digits.
    func name(of id: RecordingID) -> String {
        Hexadecimal.text(of: HMAC<SHA256>.authenticationCode(for: id.sum, using: key))
    }

    private static func bound(_ id: KeyID) -> [UInt8] { Array("viva vault secret 1".utf8) + id.bytes }
}

extension VaultSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Not the secret.
    var description: String { "<secret of a vault>" }
    /// Not the secret.
    var debugDescription: String { description }
    /// Nothing, so that no dump of a value that holds the secret shows it.
    var customMirror: Mirror { Mirror(self, children: []) }
}
