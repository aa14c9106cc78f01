import Language
import Testing

@Suite struct TokenizerTests {
    @Test(arguments: [
        ("I don't use C++.", ["i", "do", "not", "use", "c++"]),
        ("Node.js, C# and .NET!", ["node.js", "c#", "and", ".net"]),
        ("CI/CD is well-known", ["ci", "cd", "is", "well", "known"]),
        ("It's the database's index", ["it", "is", "the", "database", "index"]),
        ("They\u{2019}re 1,000 users, 40% more", ["they", "are", "1000", "users", "40", "percent", "more"]),
        ("can't cannot won't let's", ["can", "not", "can", "not", "will", "not", "let", "us"]),
        ("the index.Then version 3.5.", ["the", "index", "then", "version", "3.5"]),
        ("R&D (e.g. tests)", ["r&d", "e.g", "tests"]), ("", []), ("  ... -- ", []), ("'", []), ("x", ["x"]),
        ("café naïve", ["café", "naïve"]), ("a++", ["a++"]), ("🙂 ok", ["ok"]),
    ])
    func textBecomesTokens(text: String, tokens: [String]) {
        #expect(Tokenizer.tokens(in: text).map(\.text) == tokens)
    }

    @Test func tokensKnowTheirPlace() {
        let text = "  We don't\nuse C++."
        let tokens = Tokenizer.tokens(in: text)
        let characters = Array(text)
        #expect(tokens.map { String(characters[$0.characters]) } == ["We", "don't", "don't", "use", "C++"])
        #expect(tokens.map(\.words.lowerBound) == [0, 1, 1, 2, 3])
    }

    @Test func wordsOfARecogniserKeepTheirIndex() {
        let tokens = Tokenizer.tokens(inWords: ["CI/CD", "", "ok now", "end"])
        #expect(tokens.map(\.text) == ["ci", "cd", "ok", "now", "end"])
        #expect(tokens.map(\.words.lowerBound) == [0, 0, 2, 2, 3])
    }
}
