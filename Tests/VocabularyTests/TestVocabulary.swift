import Speech

@testable import Vocabulary

/// The terms and the dictionary that the tests of this module share.
enum TestVocabulary {
    static let lines = """
        # Terms
        PostgreSQL = post /G R EH S/ Q L, /P OW S T G R EH S/, post gress
        MySQL = my S Q L, my sequel
        SQL = S Q L, sequel
        Kubernetes = /K UW B ER N EH T IY Z/
        CI/CD = C I C D
        A/B = A B
        Node.js = node J S
        C++ = C plus plus
        C# = C sharp
        .NET = dot net
        R&D = R and D
        API = A P I
        AI = A I
        IT = I T
        ID = I D
        Redis = /R EH D IH S/
        React = react
        Go = go
        Swift = swift
        REST = rest
        JSON = jason
        backend = back end
        login = log in
        setup = set up
        iOS = I O S
        Python = python
        """

    private static let words: [String: String] = [
        "post": "P OW S T", "gress": "G R EH S", "my": "M AY", "sequel": "S IY K W AH L", "node": "N OW D",
        "plus": "P L AH S", "sharp": "SH AA R P", "dot": "D AA T", "net": "N EH T", "and": "AE N D",
        "react": "R IY AE K T", "go": "G OW", "swift": "S W IH F T", "rest": "R EH S T",
        "jason": "JH EY S AH N",
        "back": "B AE K", "end": "EH N D", "log": "L AO G", "in": "IH N", "set": "S EH T", "up": "AH P",
        "python": "P AY TH AA N",
    ]

    static let reader = LexiconReader { words[$0].flatMap { Pronunciation($0) }.map { [$0] } ?? [] }

    static func lexicon() throws -> Lexicon {
        Lexicon(entries: try reader.entries(of: lines, file: "terms.txt"))
    }

    /// Hyphen compounds and words that a general dictionary has.
    static let known: Set<String> = [
        "e-mail", "well-known", "mcdonald", "a.m.", "u.s.", "'cause", "naive", "resume", "python", "about",
    ]

    static func speaker() throws -> SpokenText {
        SpokenText(lexicon: try lexicon()) { known.contains($0) }
    }

    /// Words that follow each other at once, 0.3 s each; a number among them is a pause in seconds, and a word with a
    /// question mark is uncertain.
    static func heard(_ text: String) -> [Word] {
        var start = 0.0
        var words: [Word] = []
        for item in text.split(separator: " ") {
            if let pause = Double(item) {
                start += pause
                continue
            }
            words.append(
                Word(
                    text: String(item.filter { $0 != "?" }),
                    time: TimeRange(startSeconds: start, endSeconds: start + 0.3),
                    isUncertain: item.last == "?"))
            start += 0.3
        }
        return words
    }
}
