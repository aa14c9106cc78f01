import Language
import Testing

@Suite struct SpokenFormsTests {
    private func written(_ text: String) -> [String] {
        SpokenForms.written(Tokenizer.tokens(in: text)).map(\.text)
    }

    @Test(arguments: [
        ("s q l and no sql", ["sql", "and", "nosql"]), ("we use see plus plus", ["we", "use", "c++"]),
        ("a p i design", ["api", "design"]), ("i a", ["i", "a"]), ("plan b", ["plan", "b"]),
        ("post gres data base", ["postgresql", "database"]), ("u i", ["ui"]), ("node js", ["node.js"]),
        ("i see a b", ["i", "see", "a", "b"]), ("", []), ("a i", ["a", "i"]),
    ])
    func whatIsSaidIsPutAsItIsWritten(said: String, expected: [String]) {
        #expect(written(said) == expected)
    }

    @Test func aJoinedTokenCoversAllItsWords() {
        let tokens = SpokenForms.written(Tokenizer.tokens(in: "use s q l now"))
        #expect(tokens.map(\.words) == [0..<1, 1..<4, 4..<5])
    }
}
