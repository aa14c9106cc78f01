import Testing

@testable import HTTPClient

@Suite struct ServiceTextTests {
    private func key(_ secret: String) throws -> ServiceKey {
        try #require(ServiceKey(variable: "KEY", environment: ["KEY": secret]))
    }

    @Test(arguments: [
        "sk-test/123456", "sk-t\u{1}est/123456", "sk-te\u{200B}st/\u{202E}123456", "\u{2066}sk-test/123456",
        #"sk-test\/123456"#, #"\u0073\u006B-test\u002f123456"#, #"sk-test\\/123456"#, "sk-test/123456\u{301}",
        #"sk-t\u0001est/12\u202E3456"#, "sk-te\u{FE0F}st/123\u{34F}456",
    ])
    func theKeyIsFoundInWhateverWayItIsWritten(text: String) throws {
        let removed = try key("sk-test/123456").removed(from: "It is \(text)")
        #expect(removed.unicodeScalars.starts(with: "It is (the key)".unicodeScalars), "\(removed)")
        #expect(ServiceText.excerpt(removed) == removed)
    }

    @Test func aShortKeyIsRemovedFromErrorsAlone() throws {
        let short = try key("none")
        #expect(short.removed(from: "bad key none") == "bad key (the key)")
        #expect(short.removed(fromContent: "There is none.\u{202E}") == "There is none.")
        #expect(try key("12345678").removed(fromContent: "a 12345678") == "a (the key)")
        #expect(try key("").removed(from: "a\u{1B}[31m") == "a[31m")
    }

    @Test func anExcerptShowsWhatItHoldsAndNoMore() {
        #expect(ServiceText.excerpt("a\u{1B}[31m\u{202E}b\u{2066}\u{200B}c\n d") == "a[31mbc d")
        let marks = "e" + String(repeating: "\u{301}", count: 5000)
        #expect(ServiceText.excerpt(marks, limit: 50).unicodeScalars.count == 51)
        #expect(ServiceText.excerpt("abc def", limit: 7) == "abc def")
    }
}
