/// An address for electronic mail, as people write it.
///
/// ```swift
/// try EmailAddress("Ann@Example.org") == EmailAddress("ann@example.org")   // true
/// ```
public struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
    /// The address without white space around it, its letters as they were given.
    public let text: String

    /// An address.
    ///
    /// - Throws: `InvalidField` for a text that no mail would reach. Whether there is such an address nobody can tell
    ///   without writing to it.
    public init(_ text: String) throws(InvalidField) {
        let text = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        if let reason = Self.problem(in: text) { throw InvalidField(field: "email", reason: reason) }
        self.text = text
    }

    /// What addresses are compared by: small letters. By the letter of the standard the part before the @ may tell
    /// capitals apart; no service of today does.
    public var key: String { text.lowercased() }

    /// The address.
    public var description: String { text }

    /// Whether both name the same mailbox.
    public static func == (first: EmailAddress, second: EmailAddress) -> Bool { first.key == second.key }

    /// Takes in what addresses are compared by.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// Lengths from RFC 5321, section 4.5.3.1, and RFC 1035, section 2.3.4.
    private static func problem(in text: String) -> String? {
        guard !text.isEmpty else { return "It is empty: give an address such as ann@example.org." }
        guard text.utf8.count <= 254 else {
            return "It is longer than the 254 bytes that an address may have."
        }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            return "`\(text)` has \(parts.count - 1) @, and an address has one: ann@example.org."
        }
        if let reason = local(parts[0]) ?? domain(parts[1]) { return "`\(text)` \(reason)." }
        return nil
    }

    private static func local(_ part: Substring) -> String? {
        if part.isEmpty { return "has nothing before the @" }
        if part.utf8.count > 64 { return "has more than 64 bytes before the @" }
        if part.hasPrefix(".") || part.hasSuffix(".") || part.contains("..") {
            return "has a dot before the @ that stands beside nothing"
        }
        let other = part.first { !$0.isLetter && !$0.isNumber && !".!#$%&'*+-/=?^_`{|}~".contains($0) }
        return other.map { "has \(shown($0)) before the @" }
    }

    private static func domain(_ part: Substring) -> String? {
        let labels = part.split(separator: ".", omittingEmptySubsequences: false)
        if part.isEmpty { return "has nothing behind the @" }
        if labels.count < 2 { return "names no domain such as example.org behind the @" }
        for label in labels {
            if label.isEmpty { return "has a dot behind the @ that stands beside nothing" }
            if label.utf8.count > 63 { return "has a part of more than 63 bytes behind the @" }
            if label.hasPrefix("-") || label.hasSuffix("-") {
                return "has a hyphen behind the @ at the end of a part"
            }
            if let other = label.first(where: { !$0.isLetter && !$0.isNumber && $0 != "-" }) {
                return "has \(shown(other)) behind the @"
            }
        }
        return nil
    }

    private static func shown(_ character: Character) -> String {
        character.isWhitespace ? "white space" : "`\(character)`"
    }
}
