import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: what scrypt (RFC 7914) makes of it with a salt of its own, as a text of the PHC string format
/// (`$scrypt$ln=15,r=8,p=3$salt$hash`), so that stronger settings can follow.
public struct PasswordHash: Sendable, Hashable {
    /// The text that is kept.
    public let text: String

    /// What was kept.
    public init(kept text: String) { self.text = text }

    /// Hashes a password with a new salt; takes some 0.2 s of one processor and 32 MiB.
    public init(of password: String) throws {
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
        let hash = try Self.derive(password, salt: salt, settings: .usual)
        text = "\(Settings.usual.text)$\(salt.base64EncodedString())$\(hash.base64EncodedString())"
    }

    /// How much work it takes, as its text says it.
    package var settings: String { text.split(separator: "$").prefix(2).joined(separator: "$") }

    /// Whether a password is the one that was hashed.
    public func matches(_ password: String) -> Bool {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, let settings = Settings(parts[1], parts[2]),
            let salt = Data(base64Encoded: parts[3]), let hash = Data(base64Encoded: parts[4]),
            let derived = try? Self.derive(password, salt: salt, settings: settings)
        else { return false }
        return Self.areEqual(derived, hash)
    }

    /// In a time that does not tell where they differ.
    private static func areEqual(_ one: Data, _ other: Data) -> Bool {
        one.count == other.count && zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func derive(_ password: String, salt: Data, settings: Settings) throws -> Data {
        // The same letters come in several forms from different keyboards (RFC 8265, 4.2).
        let bytes = Data(password.precomposedStringWithCanonicalMapping.utf8)
        return try KDF.Scrypt.deriveKey(
            from: bytes, salt: salt, outputByteCount: 32, rounds: 1 << settings.logRounds,
            blockSize: settings.blockSize, parallelism: settings.parallelism, maxMemory: 256 << 20
        ).withUnsafeBytes { Data($0) }
    }

    /// How much work a hash takes: OWASP's Password Storage Cheat Sheet names these as equal to 2^17, 8, 1 with less memory.
    private struct Settings: Hashable {
        var logRounds: Int
        var blockSize: Int
        var parallelism: Int

        static let usual = Settings(logRounds: 15, blockSize: 8, parallelism: 3)

        init(logRounds: Int, blockSize: Int, parallelism: Int) {
            self.logRounds = logRounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        init?(_ name: String, _ text: String) {
            let values = text.split(separator: ",").compactMap { $0.split(separator: "=").last }.compactMap {
                Int($0)
            }
            guard name == "scrypt", values.count == 3, (1...20).contains(values[0]),
                (1...32).contains(values[1]),
                (1...16).contains(values[2])
            else { return nil }
            self.init(logRounds: values[0], blockSize: values[1], parallelism: values[2])
        }

        var text: String { "$scrypt$ln=\(logRounds),r=\(blockSize),p=\(parallelism)" }
    }
}
