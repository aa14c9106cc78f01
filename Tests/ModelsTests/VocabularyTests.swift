import TestSupport
import Testing

@testable import Models

@Suite struct VocabularyTests {
    private func read(_ files: [String: String], size: Int = TinyWhisper.tokens.count) throws -> Vocabulary {
        let folder = try TestFolder()
        for (name, text) in files { try folder.write(text, to: name) }
        return try withExtendedLifetime(folder) {
            try Vocabulary(SourceFolder(path: folder.path), size: size)
        }
    }

    private static let lines = TinyWhisper.tokens.joined(separator: "\n")
    private static func quoted(_ token: String) -> String { "\"\(token)\"" }
    private static func object(_ range: Range<Int>) -> String {
        "{" + range.map { "\(quoted(TinyWhisper.tokens[$0])): \($0)" }.joined(separator: ", ") + "}"
    }

    private static var tokenizer: String {
        let added = (5..<12).map { "{\"id\": \($0), \"content\": \(quoted(TinyWhisper.tokens[$0]))}" }
        let list = added.joined(separator: ",")
        return "{\"model\": {\"vocab\": \(object(0..<5)), \"merges\": []}, \"added_tokens\": [\(list)]}"
    }

    static let sound: [[String: String]] = [
        ["vocabulary.txt": lines], ["vocabulary.txt": lines + "\n"],
        ["vocabulary.txt": lines.replacing("\n", with: "\r\n")],
        ["vocabulary.json": "[" + TinyWhisper.tokens.map(quoted).joined(separator: ",") + "]"],
        ["vocab.json": object(0..<12)],
        ["vocab.json": object(0..<6), "added_tokens.json": object(6..<12)], ["tokenizer.json": tokenizer],
    ]

    @Test(arguments: sound)
    func readsEveryKindOfFile(files: [String: String]) throws {
        #expect(try read(files).tokens == TinyWhisper.tokens)
    }

    @Test func writesALineForEachTokenAlsoAnEmptyOne() throws {
        let text = try read(["vocabulary.txt": Self.lines]).text
        #expect(text == Self.lines + "\n")
        #expect(try read(["vocabulary.txt": text]).tokens.count == 12)
    }

    @Test func putsInMarksOfTimeThatAreLeftOut() throws {
        let tokens = TinyWhisper.tokens.dropLast()
        let vocabulary = try read(
            ["vocabulary.txt": tokens.joined(separator: "\n")], size: tokens.count + 1501)
        #expect(vocabulary.tokens[11] == "<|0.00|>" && vocabulary.tokens[12] == "<|0.02|>")
        #expect(vocabulary.tokens[11 + 55] == "<|1.10|>" && vocabulary.tokens.last == "<|30.00|>")
    }

    @Test func findsLanguagesBetweenStartAndTask() throws {
        #expect(try read(["vocabulary.txt": Self.lines]).languages == ["en": 7, "de": 8])
    }

    @Test(arguments: [
        ("<|en|>", "en"), ("<|haw|>", "haw"), ("<|x|>", nil), ("<|EN|>", nil), ("<||>", nil), ("<|>", nil),
        ("en", nil), ("<|translate|>", nil),
    ])
    func tellsLanguagesFromOtherTokens(token: String, code: String?) {
        #expect(Vocabulary.languageCode(token) == code)
    }

    static let unsound: [(String, String)] = [
        ("vocabulary.txt", ""), ("vocabulary.txt", lines + "\nmore\n"), ("vocabulary.txt", "a\nb"),
        ("vocabulary.txt", lines.replacing("<|endoftext|>", with: "end")),
        ("vocabulary.txt", lines.replacing("<|0.00|>", with: "zero")),
        ("vocabulary.txt", lines.replacing("a", with: "a\tb")), ("vocabulary.json", "[1, 2]"),
        ("vocabulary.json", "{}"), ("vocabulary.json", "[\"a\""), ("vocab.json", "[]"),
        ("vocab.json", object(0..<11)), ("vocab.json", object(0..<12).replacing("11", with: "12")),
        ("vocab.json", object(0..<12).replacing("11", with: "10")),
        ("vocab.json", object(0..<12).replacing("11", with: "-1")),
        ("vocab.json", object(0..<12).replacing("11", with: "9223372036854775807")),
        ("tokenizer.json", "{}"), ("tokenizer.json", "{\"model\": {\"vocab\": {}}}"), ("other.txt", lines),
    ]

    @Test(arguments: unsound)
    func refusesWhatDoesNotFitTheWeights(name: String, text: String) {
        #expect(throws: ModelError.self) { try read([name: text]) }
    }

    @Test func refusesTextThatIsNotUTF8() throws {
        let folder = try TestFolder()
        try folder.write([UInt8](Self.lines.utf8) + [0x0A, 0xFF], to: "vocabulary.txt")
        #expect(throws: ModelError.self) { try Vocabulary(SourceFolder(path: folder.path), size: 13) }
    }
}
