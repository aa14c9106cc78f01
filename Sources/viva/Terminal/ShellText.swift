/// Text as a shell reads it back.
enum ShellText {
    /// A word of a command line, in quotes when it has characters that mean something to a shell; `words` reads it back too.
    static func quoted(_ text: String) -> String {
        let isPlain = text.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+:@%,=".contains($0))
        }
        return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\"'\"'") + "'"
    }

    /// The words of a command line, in which single and double quotes hold words together and nothing else means
    /// anything; `nil` when a quote has no end.
    static func words(of line: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word?.append(character) }
            } else if character == "'" || character == "\"" {
                (quote, word) = (character, word ?? "")
            } else if character.isWhitespace {
                if let word { words.append(word) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return quote == nil ? words : nil
    }
}
