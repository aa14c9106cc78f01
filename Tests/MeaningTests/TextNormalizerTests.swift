import Testing

@testable import Meaning

@Suite struct TextNormalizerTests {
    private func words(_ text: String) -> [String] {
        TextNormalizer.words(of: text).map { word in
            String(String.UnicodeScalarView(word.scalars))
        }
    }

    @Test(arguments: [
        ("Don't PANIC!", ["don", "'", "t", "panic", "!"]), ("", []), (" \t\r\n\u{A0}\u{2028}", []),
        ("Café naïve e\u{301}", ["cafe", "naive", "e"]),
        ("a$b+c^d`e|f", ["a", "$", "b", "+", "c", "^", "d", "`", "e", "|", "f"]),
        ("«oui»…", ["«", "oui", "»", "…"]), ("5€ x²", ["5€", "x²"]),
        ("ab你好cd", ["ab", "你", "好", "cd"]), ("カタガ", ["カタカ"]),
        ("zero\u{200B}width\u{AD}s", ["zerowidths"]), ("a\u{0}b\u{FFFD}c\u{E000}d\u{B}e", ["abcde"]),
        ("ΣΊΣ İ ẞ", ["σισ", "i", "ß"]), ("👩‍👩‍👧 🙂", ["👩👩👧", "🙂"]),
    ])
    func cutsAndSimplifies(text: String, expected: [String]) {
        // As scalars: in Swift two texts of different letters can be equal.
        #expect(words(text).map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
    }

    @Test func koreanSyllablesBecomeTheirLetters() {
        let word = TextNormalizer.words(of: "각").first
        #expect(word?.scalars == ["\u{1100}", "\u{1161}", "\u{11A8}"])
        #expect(word?.characters == [0, 0, 0])
    }

    @Test func everyScalarKnowsItsCharacter() {
        let words = TextNormalizer.words(of: "e\u{301}\u{AD}a \r\n👩‍👧x")
        #expect(words.map(\.characters) == [[0, 2], [5, 5, 6]])
    }
}
