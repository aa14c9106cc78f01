import Crypto
import FoundationEssentials

/// Random texts that somebody gets once, and what is kept of them.
public enum Secret {
    /// A text of 256 random bits, in Base64 for addresses (RFC 4648, 5).
    public static func token() -> String {
        SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }.base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// A code of 80 random bits that people can type, in groups: letters and digits that look like no other.
    public static func code() -> String {
        let bytes = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        let signs = bytes.map { letters[Int($0) & 31] }
        return stride(from: 0, to: signs.count, by: 4).map { String(signs[$0..<$0 + 4]) }.joined(
            separator: "-")
    }

    /// What is kept of a text of this sort: its SHA-256. It has so many random bits that nobody finds it by trying.
    public static func hash(ofToken token: String) -> String {
        SHA256.hash(data: Data(token.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// What is kept of a code, however it was typed.
    public static func hash(ofCode code: String) -> String {
        hash(ofToken: code.uppercased().filter { $0.isLetter || $0.isNumber })
    }

    /// Crockford's Base32: without I, L, O and U.
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
}
