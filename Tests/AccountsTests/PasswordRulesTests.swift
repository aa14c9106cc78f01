import Accounts
import Interview
import Testing

@Suite("Which passwords are taken")
struct PasswordRulesTests {
    private static let login = "ann.smith@example.org"

    @Test(
        "Long ones of any signs are",
        arguments: [
            "correct mule battery lamp", "zwölf ü Bögen", "🐎🔋🧷🐎🔋🧷🐎🔋🧷🐎🔋🧷", "aB3$aB3$xY9!", "            x y z",
            String(repeating: "lamp ", count: 25),
        ])
    func taken(password: String) throws {
        try PasswordRules.check(password, for: LoginName(Self.login))
    }

    @Test(
        "Short, long and common ones, and the name of the account, are not",
        arguments: [
            "", "short", "elevenchars", String(repeating: "ab c", count: 40), "aaaaaaaaaaaa", "abababababab",
            "Password1234", "password-password", "PASSWORD2026!", "qwertyuiop123", "123456789012",
            "Correct Horse Battery Staple", "ann.smith@example.org", "Ann.Smith@Example.org!!",
            "ann.smith2026",
            "iloveyou iloveyou",
        ])
    func refused(password: String) throws {
        let login = try LoginName(Self.login)
        #expect(throws: InvalidField.self) { try PasswordRules.check(password, for: login) }
    }

    @Test("A character of many marks is one character, but not of any number of bytes")
    func marks() throws {
        let login = try LoginName("ann")
        let heavy = "e" + String(repeating: "\u{301}", count: 2_000)
        #expect(throws: InvalidField.self) {
            try PasswordRules.check(String(repeating: heavy, count: 12), for: login)
        }
    }
}

@Suite("Names to sign in with")
struct LoginNameTests {
    @Test(
        "Names and addresses are taken",
        arguments: ["ann", "a.b-c_d+e", "ann@example.org", " Ann@Example.org "])
    func taken(text: String) throws {
        let name = try LoginName(text)
        #expect(name.key == name.text.lowercased() && !name.text.contains(" "))
    }

    @Test(
        "What could be another's, or is no address, is not",
        arguments: ["", "a", "аnn", "ann smith", "ann@", "@example.org", "a@b@c.org", "..", "ann\u{200B}"])
    func refused(text: String) {
        #expect(throws: InvalidField.self) { try LoginName(text) }
    }

    @Test("The case of letters does not tell two apart")
    func letterCase() throws {
        #expect(try LoginName("Ann") == LoginName("ann"))
        #expect(try LoginName("Ann@Example.org") == LoginName("ann@example.ORG"))
    }
}
