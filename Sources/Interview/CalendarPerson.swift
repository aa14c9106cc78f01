/// Somebody who is named in a calendar's entry.
public struct CalendarPerson: Sendable, Hashable {
    /// The name, in any script; empty for none.
    public let name: String
    /// The address for mail.
    public let email: String

    /// Somebody with an address that mail can be sent to.
    ///
    /// - Throws: `CalendarError.invalidEmail`.
    public init(name: String = "", email: String) throws(CalendarError) {
        guard Self.isEmail(email) else { throw .invalidEmail(email) }
        self.name = name
        self.email = email
    }

    /// Whether mail can be sent to it: the plain form of RFC 5321, section 4.1.2, without quoted names and numbers of
    /// machines, and with the letters of any script (RFC 6531).
    static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count) else {
            return false
        }
        let isName = parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.unicodeScalars.allSatisfy { isLetterOrDigit($0) || signs.contains($0) }
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return isName && labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.unicodeScalars.allSatisfy { isLetterOrDigit($0) || $0 == "-" }
            }
    }

    private static let signs = Set("!#$%&'*+-/=?^_`{|}~".unicodeScalars)

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return Character(scalar).isLetter || Character(scalar).isNumber }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark,
            .spacingMark, .decimalNumber:
            return true
        default: return false
        }
    }

    /// The address as a calendar has it, `mailto:` with what is not plain in percent (RFC 6068).
    var address: String {
        "mailto:"
            + email.utf8.map { byte in
                let scalar = Unicode.Scalar(byte)
                let isPlain =
                    scalar.isASCII
                    && (Character(scalar).isLetter || Character(scalar).isNumber
                        || "@.-_~+!$'*".unicodeScalars.contains(scalar))
                return isPlain
                    ? String(scalar)
                    : "%" + String(byte >> 4, radix: 16, uppercase: true)
                        + String(byte & 15, radix: 16, uppercase: true)
            }.joined()
    }
}
