/// What stands between two white spaces of a text.
struct TextChunk {
    /// The characters, with plain apostrophes and hyphens for the typographic ones.
    var characters: [Character]
    /// Whether a new line of its own begins with it: at the start, after an empty line, a mark of a list, or where a line does not go on
    /// in lower case.
    var beginsLine: Bool

    /// The chunks of a text in their order.
    static func chunks(of text: String) -> [TextChunk] {
        var chunks: [TextChunk] = []
        var word: [Character] = []
        var newLines = 0
        func close() {
            guard !word.isEmpty else { return }
            let continues = newLines == 1 && word.first?.isLowercase == true
            chunks.append(
                TextChunk(characters: word, beginsLine: chunks.isEmpty || newLines > 0 && !continues))
            word = []
            newLines = 0
        }
        for character in text {
            if character.isWhitespace {
                close()
                if character.isNewline { newLines += 1 }
            } else if let ascii = character.asciiValue {
                // The quick way for nearly every character.
                if ascii >= 0x20, ascii != 0x7F { word.append(character == "`" ? "'" : character) }
            } else if !isInvisible(character) {
                word.append(plain[character] ?? character)
            }
        }
        close()
        return chunks
    }

    /// Marks that take no room, such as the byte order mark and the soft hyphen.
    private static func isInvisible(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy {
            $0.properties.generalCategory == .format || $0.properties.generalCategory == .control
        }
    }

    private static let plain: [Character: Character] = [
        "\u{2019}": "'", "\u{2018}": "'", "\u{02BC}": "'", "\u{00B4}": "'", "\u{201C}": "\"",
        "\u{201D}": "\"", "\u{2010}": "-", "\u{2011}": "-", "\u{2212}": "-", "\u{2013}": "–", "\u{2014}": "—",
        "\u{00B5}": "μ", "\u{FF05}": "%",
    ]
}
