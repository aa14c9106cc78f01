import Testing

@testable import Recognition

@Suite struct HeardSpellingTests {
    @Test(arguments: [
        ("Hello, World!", ["hello", "world"]), ("I don't use CI/CD.", ["i", "don't", "use", "ci/cd"]),
        ("(Node.js", ["node.js"]), ("(laughs).", []), ("don’t", ["don't"]),
        ("\"quoted\" 'single' ‘curly’", ["quoted", "single", "curly"]),
        ("well—you know--so...yes…no", ["well", "you", "know", "so", "yes", "no"]),
        ("C++, C# and .NET", ["c++", "c#", "and", ".net"]),
        ("$5 50% -3 €7,50", ["$5", "50%", "-3", "€7,50"]),
        ("state-of-the-art - yes", ["state-of-the-art", "yes"]), ("e.g. 3.5 v2.0.", ["e.g", "3.5", "v2.0"]),
        ("I was wor- working", ["i", "was", "wor", "working"]), ("Größe ÉTÉ", ["größe", "été"]),
        ("[BLANK_AUDIO]", []), ("[ Silence ] yes", ["yes"]), ("(upbeat music) Hi", ["hi"]),
        ("♪ la ♪", ["la"]),
        ("<|endoftext|> ok", ["ok"]), ("[open never closed", ["open", "never", "closed"]),
        (
            "(a thing that I would say at some length here) b",
            ["a", "thing", "that", "i", "would", "say", "at", "some", "length", "here", "b"]
        ),
        ("... !? -- ''", []), ("", []), (" \n\t ", []), ("a_b @home #1", ["a_b", "home", "1"]),
        ("c+ d", ["c", "d"]),
    ])
    func aTextBecomesWords(text: String, words: [String]) { #expect(HeardSpelling.words(text) == words) }
}
