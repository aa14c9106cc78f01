internal import Crypto

/// What a recording is called: the SHA-256 sum (FIPS 180-4) of its content, encrypted or not.
///
/// The same content has the same name everywhere, and keeps it when a vault is encrypted or its keys change.
public struct RecordingID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The sum in 64 hexadecimal digits, in lower case.
    public let hexadecimal: String

    /// A sum in hexadecimal digits of either case; `nil` when `text` is not 64 of them.
    public init?(_ text: String) {
        let digits = text.lowercased()
        guard let bytes = Hexadecimal.bytes(of: digits), bytes.count == SHA256.byteCount else { return nil }
        hexadecimal = digits
    }

    /// The sum that some bytes are.
    init(sum: some Sequence<UInt8>) { hexadecimal = Hexadecimal.text(of: sum) }

    /// The 32 bytes of the sum.
    var sum: [UInt8] { Hexadecimal.bytes(of: hexadecimal) ?? [] }

    /// The hexadecimal digits.
    public var description: String { hexadecimal }

    /// The order of the digits.
    public static func < (left: RecordingID, right: RecordingID) -> Bool {
        left.hexadecimal < right.hexadecimal
    }
}

extension RecordingID: Codable {
    /// Reads the hexadecimal digits.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = RecordingID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a SHA-256 sum of 64 hexadecimal digits")
        }
        self = id
    }

    /// Writes the hexadecimal digits.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hexadecimal)
    }
}
