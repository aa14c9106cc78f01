import Crypto
import Files
import FoundationEssentials
import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// The key that access tokens are signed with: whoever has it can be anybody.
public struct TokenKey: Sendable {
    let key: SymmetricKey

    /// The variables that name it, the first that is set.
    public static let variables = ["VIVA_SECRET_KEY", "SECRET_KEY"]
    /// The name of the file in the folder of the archive.
    public static let fileName = "secret.key"
    /// How many bytes it has at least, as RFC 7518, 3.2 asks for HS256.
    public static let limitBytes = 32
    private static let mostBytes = 4096

    /// A key of 32 bytes or more.
    ///
    /// - Parameter source: where it is from, for errors.
    /// - Throws: `TokenKeyError.refused`.
    public init(_ bytes: [UInt8], source: String) throws(TokenKeyError) {
        guard bytes.count >= Self.limitBytes else {
            throw .refused(
                source: source,
                reason:
                    "it has \(bytes.count) bytes and needs \(Self.limitBytes); `openssl rand -hex 32` makes one"
            )
        }
        guard Set(bytes).count > 4 else {
            throw .refused(
                source: source, reason: "it is one sign over and over; `openssl rand -hex 32` makes one")
        }
        key = SymmetricKey(data: bytes)
    }

    /// A random one.
    public init() { key = SymmetricKey(size: .bits256) }

    /// The key of a server: that of the environment, else that of a file in the folder of the archive, which is made when it is not
    /// there.
    ///
    /// - Throws: `TokenKeyError`.
    public static func find(
        environment: [String: String], folder: String
    ) throws(TokenKeyError) -> TokenKey {
        for name in variables {
            guard let text = environment[name], !text.isEmpty else { continue }
            return try TokenKey(Array(text.utf8), source: "the variable \(name)")
        }
        let path = folder + "/" + fileName
        if access(path, F_OK) != 0 { try make(path) }
        return try TokenKey(file: path)
    }

    private init(file path: String) throws(TokenKeyError) {
        let bytes: [UInt8]
        do {
            let file = try RegularFile(path)
            guard file.permissions & 0o077 == 0 else {
                throw TokenKeyError.refused(
                    source: path,
                    reason: "others than its owner may read or change the file; `chmod 600 \(path)` ends that"
                )
            }
            guard file.sizeBytes <= Self.mostBytes else {
                throw TokenKeyError.refused(source: path, reason: "it has more than \(Self.mostBytes) bytes")
            }
            bytes = try file.read(at: 0, count: file.sizeBytes)
        } catch {
            throw error as? TokenKeyError ?? .readFailed(path: path, reason: "\(error)")
        }
        try self.init(bytes, source: path)
    }

    /// Writes a random key. Of several programs that do so at once one is first, and the others take its key.
    private static func make(_ path: String) throws(TokenKeyError) {
        let partial = "\(path).\(getpid()).part"
        do {
            let text = TokenKey().key.withUnsafeBytes { Data($0) }.base64EncodedString()
            let file = try FileDescriptor.open(
                FilePath(partial), .writeOnly, options: [.create, .truncate, .closeOnExec, .noFollow],
                permissions: [.ownerReadWrite])
            defer { unlink(partial) }
            try file.closeAfter {
                _ = try file.writeAll(text.utf8)
                guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
            }
            guard link(partial, path) == 0 || errno == EEXIST else { throw Errno(rawValue: errno) }
        } catch { throw .writeFailed(path: path, reason: "\(error)") }
    }
}

extension TokenKey: CustomStringConvertible, CustomReflectable {
    /// Not the key.
    public var description: String { "<key of tokens>" }
    /// Nothing, so that no dump of a value that holds the key shows it.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
