import Inference
import TestSupport
import Testing

@testable import Meaning

@Suite struct WordPieceTokenizerTests {
    private func pieces(_ text: String) throws -> [String] {
        try TinyMiniLM.tokenizer().ids(of: text).map { TinyMiniLM.pieces[$0] }.dropFirst().dropLast()
    }

    @Test(arguments: [
        ("the queues", ["the", "queue", "##s"]),
        ("Unaffable, THE.", ["un", "##aff", "##able", ",", "the", "."]),
        ("", []), ("don't", ["don", "'", "t"]), ("unknown the", ["[UNK]", "the"]), ("世界", ["世", "界"]),
        ("가", ["ᄀ", "##ᅡ"]), ("Σσ", ["σ", "##σ"]), ("aaaa", ["a", "##aa", "##a"]), ("café", ["cafe"]),
        ("[SEP] [UNK]", ["[UNK]", "[UNK]", "[UNK]", "[UNK]", "[UNK]", "[UNK]"]),
    ])
    func takesTheLongestPieces(text: String, expected: [String]) throws {
        #expect(try pieces(text) == expected)
    }

    @Test func wordsOfMoreThanHundredLettersAreUnknown() throws {
        #expect(try pieces(String(repeating: "a", count: 100)).allSatisfy { $0 != "[UNK]" })
        #expect(try pieces(String(repeating: "a", count: 101)) == ["[UNK]"])
    }

    @Test func theTokensOfTheModelStandAround() throws {
        let tokenizer = try TinyMiniLM.tokenizer()
        #expect(tokenizer.ids(of: "a") == [2, 11, 3])
        #expect(tokenizer.ids(of: " ") == [2, 3])
    }

    @Test func everyPieceKnowsItsPlace() throws {
        let tokens = try TinyMiniLM.tokenizer().tokens(of: "The  unaffable é, queues!")
        #expect(
            tokens.map(\.characters) == [
                0..<3, 5..<7, 7..<10, 10..<14, 15..<16, 16..<17, 18..<23, 23..<24, 24..<25,
            ])
        #expect(tokens.map(\.isContinuation) == [false, false, true, true, false, false, false, true, false])
    }

    @Test func readsLinesThatEndInBoth() throws {
        let vocabulary = TinyMiniLM.pieces.joined(separator: "\r\n") + "\r\n"
        #expect(try TinyMiniLM.tokenizer(Array(vocabulary.utf8)).ids(of: "queues") == [2, 6, 10, 3])
    }

    /// Both are one text to Swift, and two pieces to the model.
    @Test func piecesOfDifferentLettersAreDifferent() throws {
        let vocabulary = "[UNK]\n[CLS]\n[SEP]\n\u{F900}\n\u{8C48}\n"
        #expect(
            try TinyMiniLM.tokenizer(Array(vocabulary.utf8), size: 5).ids(of: "\u{8C48}\u{F900}") == [
                1, 4, 4, 2,
            ])
    }

    @Test(arguments: [
        ("[UNK]\n[CLS]\n[SEP]\n", 4, "3 pieces in place of 4"), ("", 3, "0 pieces"),
        ("[UNK]\n[CLS]\nx\n", 3, "lacks"),
        ("[UNK]\n[CLS]\n[SEP]\nx\nx\n", 5, "lines 4 and 5"),
    ])
    func refusesWhatIsNoVocabulary(text: String, size: Int, reason: String) {
        #expect { try TinyMiniLM.tokenizer(Array(text.utf8), size: size) } throws: { error in
            guard case InferenceError.invalid(_, let found) = error else { return false }
            return found.contains(reason)
        }
    }

    @Test func refusesWhatIsNoText() {
        #expect { try TinyMiniLM.tokenizer([0xFF, 0x0A], size: 1) } throws: { "\($0)".contains("UTF-8") }
        #expect { try WordPieceTokenizer(vocabulary: "/none/vocabulary.txt", size: 1) } throws: { error in
            guard case InferenceError.unreadable(let path, _) = error else { return false }
            return path == "/none/vocabulary.txt"
        }
    }
}
