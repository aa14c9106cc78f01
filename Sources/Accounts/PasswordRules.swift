public import Interview

/// Which passwords are taken, after NIST SP 800-63B, 5.1.1.2, and OWASP's Authentication Cheat Sheet: long enough, not one of those that
/// everybody tries first, and nothing else. What signs are in it does not matter.
public enum PasswordRules {
    /// How many characters a password has.
    public static let lengths = 12...128

    /// Looks whether a password may be set.
    ///
    /// - Parameter login: the name of the account that it is for.
    /// - Throws: `InvalidField` of the field `password`, which says what to do.
    public static func check(_ password: String, for login: LoginName) throws(InvalidField) {
        if let reason = problem(in: password, for: login) {
            throw InvalidField(field: "password", reason: reason)
        }
    }

    private static func problem(in password: String, for login: LoginName) -> String? {
        // Characters as people count them; a bound of the bytes keeps one character of many marks from being thousands.
        let count = password.count
        guard count >= lengths.lowerBound else {
            return
                "It has \(count) characters and needs \(lengths.lowerBound) or more: several words make a good one."
        }
        guard count <= lengths.upperBound, password.utf8.count <= 4 * lengths.upperBound else {
            return "It has more than \(lengths.upperBound) characters."
        }
        let plain = password.lowercased()
        let name = login.key
        let local = name.split(separator: "@").first.map(String.init) ?? name
        if [name, local].contains(where: { $0.count >= 3 && isRepetition(plain, of: $0) }) {
            return "It is the name of the account: choose another."
        }
        if CommonPasswords.list.contains(plain)
            || CommonPasswords.stems.contains(where: { isRepetition(plain, of: $0) })
            || Set(plain).count < 3
        {
            return "It is one of the passwords that are tried first: choose another."
        }
        return nil
    }

    /// Whether a text is another one, once or several times, with nothing but digits and signs around it.
    private static func isRepetition(_ text: String, of part: String) -> Bool {
        var rest = text[...]
        var found = false
        while let range = rest.firstRange(of: part) {
            guard rest[..<range.lowerBound].allSatisfy({ !$0.isLetter }) else { return false }
            found = true
            rest = rest[range.upperBound...]
        }
        return found && rest.allSatisfy { !$0.isLetter }
    }
}
