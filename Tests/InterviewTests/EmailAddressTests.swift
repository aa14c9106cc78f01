import Interview
import Testing

@Suite("Email addresses")
struct EmailAddressTests {
    @Test(
        "Addresses that mail reaches are taken",
        arguments: [
            "ann@example.org", "Ann.O'Neill+jobs@mail.example.co.uk", "a@b.de",
            "\u{FC}n\u{EF}@ex\u{E4}mple.org", " ann@example.org\n",
        ])
    func taken(text: String) throws {
        _ = try EmailAddress(text)
    }

    @Test(
        "Others are refused with a reason",
        arguments: [
            ("", "empty"), ("ann", "0 @"), ("a@b@c.de", "2 @"), ("@example.org", "nothing before"),
            ("ann@", "nothing behind"), ("ann@localhost", "no domain"),
            ("ann lee@example.org", "white space"),
            (".ann@example.org", "dot before"), ("a..b@example.org", "dot before"),
            ("ann@example..org", "dot behind"), ("ann@-example.org", "hyphen"), ("ann@exa_mple.org", "`_`"),
            ("ann<x>@example.org", "`<`"), ("ann@example.org,bob@example.org", "2 @"),
            (String(repeating: "a", count: 65) + "@example.org", "64 bytes"),
            ("a@" + String(repeating: "b", count: 64) + ".org", "63 bytes"),
            ("a@" + String(repeating: "b.", count: 130) + "org", "254 bytes"),
            ("ann@example.org\r\nBcc: bob@example.org", "@"),
        ])
    func refused(text: String, reason: String) {
        #expect {
            _ = try EmailAddress(text)
        } throws: {
            ($0 as? InvalidField)?.field == "email" && "\($0)".contains(reason)
        }
    }

    @Test("Letter case does not tell addresses apart")
    func letterCase() throws {
        #expect(try EmailAddress("Ann@Example.org") == EmailAddress("ann@example.ORG"))
        #expect(try EmailAddress("ann@example.org") != EmailAddress("anne@example.org"))
        #expect(try Set([EmailAddress("A@b.de"), EmailAddress("a@B.de")]).count == 1)
    }
}
