/// Letters with marks on them.
enum MarkedLetters {
    /// A text in lower case without the marks on its Latin letters, as people type it who lack the keys: "für" is "fur".
    static func folded(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 128 }) else { return text }
        return text.reduce(into: "") { folded, character in
            guard !character.isASCII, let letter = character.unicodeScalars.first else {
                folded.append(character)
                return
            }
            folded += base(of: letter)
        }
    }

    /// The letters that Unicode's name of a letter says it is: "LATIN SMALL LETTER U WITH DIAERESIS" is "u".
    private static func base(of letter: Unicode.Scalar) -> String {
        if letter == "ß" { return "ss" }
        let words = (letter.properties.name ?? "").split(separator: " ")
        guard words.starts(with: ["LATIN", "SMALL", "LETTER"]) else { return String(letter) }
        return words.dropFirst(3).first { $0.count <= 2 }.map { $0.lowercased() } ?? String(letter)
    }
}
