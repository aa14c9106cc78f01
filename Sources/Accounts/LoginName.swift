public import Interview

/// The name that somebody signs in with: an address for mail, or a short name of one's own.
///
/// ```swift
/// try LoginName("Ann.Smith") == LoginName("ann.smith")   // true
/// ```
public struct LoginName: Sendable, Hashable, CustomStringConvertible {
    /// The name without white space around it, its letters as they were given.
    public let text: String

    /// How long a name that is no address may be.
    public static let lengths = 2...64

    /// A name.
    ///
    /// - Throws: `InvalidField` of the field `username` for one that could be taken for another or is no address.
    public init(_ text: String) throws(InvalidField) {
        let text = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        if text.contains("@") {
            do { self.text = try EmailAddress(text).text } catch {
                throw InvalidField(field: "username", reason: error.reason)
            }
        } else {
            guard Self.lengths.contains(text.utf8.count) else {
                throw InvalidField(
                    field: "username",
                    reason:
                        "It must have \(Self.lengths.lowerBound) to \(Self.lengths.upperBound) characters, or be an address such as ann@example.org."
                )
            }
            // Letters of other scripts look like these, and two accounts must not look the same.
            guard text.utf8.allSatisfy(Self.isAllowed), text.utf8.contains(where: Self.isLetterOrDigit) else {
                throw InvalidField(
                    field: "username",
                    reason: "It may have the letters a to z, digits, and the signs . _ + -, or be an address."
                )
            }
            self.text = text
        }
    }

    /// What names are compared by: small letters.
    public var key: String { text.lowercased() }

    /// The address that it is; `nil` for a name that is none.
    public var email: String? { text.contains("@") ? text : nil }

    /// The name.
    public var description: String { text }

    /// Whether both name the same account.
    public static func == (first: LoginName, second: LoginName) -> Bool { first.key == second.key }

    /// Takes in what names are compared by.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || [0x2E, 0x5F, 0x2B, 0x2D].contains(byte)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
