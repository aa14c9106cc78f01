import Testing

@testable import Recognition

@Suite struct ByteLevelWordsTests {
    @Test(arguments: [
        ("", []), (" ", [" "]), ("a", ["a"]), ("Hello, world!", ["Hello", ",", " world", "!"]),
        ("don't we'll 'tis", ["don", "'t", " we", "'ll", " '", "tis"]), ("'s's", ["'s", "'s"]), ("'", ["'"]),
        ("'RE", ["'", "RE"]), ("a   b", ["a", "  ", " b"]), ("  a  ", [" ", " a", "  "]),
        ("\n\nTwo\r\nlines\tend", ["\n", "\n", "Two", "\r", "\n", "lines", "\t", "end"]),
        ("CI/CD $5.00", ["CI", "/", "CD", " $", "5", ".", "00"]), ("x²½", ["x", "²½"]),
        ("你好,世界", ["你好", ",", "世界"]),
        (" 🙂 👩‍👧", [" 🙂", " 👩‍👧"]), ("e\u{301}a", ["e", "\u{301}", "a"]), ("a\u{A0}b", ["a", "\u{A0}", "b"]),
    ])
    func partsAText(text: String, words: [String]) {
        #expect(
            ByteLevelWords.split(text).map { Array($0.unicodeScalars) }
                == words.map { Array($0.unicodeScalars) })
    }
}
