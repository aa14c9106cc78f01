internal import Crypto

/// The SHA-256 sum of a file (FIPS 180-4): what tells whether it is the one that was meant.
public struct Fingerprint: Sendable, Hashable, CustomStringConvertible {
    /// The sum in 64 hexadecimal digits, in lower case.
    public let hexadecimal: String

    /// A sum in hexadecimal digits of either case; `nil` when `text` is not 64 of them.
    public init?(_ text: String) {
        let digits = text.lowercased()
        let isHexadecimal = digits.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
        }
        guard digits.utf8.count == 64, isHexadecimal else { return nil }
        hexadecimal = digits
    }

    private init(_ digest: SHA256Digest) {
        hexadecimal = digest.map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }

    /// The sum of a file, read in pieces of 1 MiB.
    ///
    /// - Parameter progress: Is told how many bytes have been read, and how many there are.
    /// - Throws: `ModelError.readFailed`, `damaged` when the file shrinks meanwhile, `cancelled`.
    public static func of(
        file path: String, progress: (_ bytes: Int, _ ofBytes: Int) -> Void = { _, _ in }
    ) throws(ModelError) -> Fingerprint {
        let file = try SourceFile(path)
        var sum = SHA256()
        var offset = 0
        while offset < file.sizeBytes {
            if Task.isCancelled { throw .cancelled }
            let piece = try file.read(at: offset, count: min(1 << 20, file.sizeBytes - offset))
            sum.update(data: piece)
            offset += piece.count
            progress(offset, file.sizeBytes)
        }
        return Fingerprint(sum.finalize())
    }

    /// The hexadecimal digits.
    public var description: String { hexadecimal }
}

extension Fingerprint: Codable {
    /// Reads the hexadecimal digits.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let sum = Fingerprint(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a SHA-256 sum of 64 hexadecimal digits")
        }
        self = sum
    }

    /// Writes the hexadecimal digits.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hexadecimal)
    }
}
