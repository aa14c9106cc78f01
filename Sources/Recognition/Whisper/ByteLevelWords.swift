/// Parts a text where no token reaches across: before words with the space in front of them, numbers, signs, endings such as
/// "'ll" (the expression of GPT-2's tokenizer, read from left to right).
enum ByteLevelWords {
    private enum Kind { case letter, number, space, sign }

    private static let endings = ["s", "t", "re", "ve", "m", "ll", "d"]

    static func split(_ text: String) -> [String] {
        let letters = Array(text.unicodeScalars)
        var words: [String] = []
        var place = 0
        while place < letters.count {
            let end = self.end(of: letters, from: place)
            words.append(String(String.UnicodeScalarView(letters[place..<end])))
            place = end
        }
        return words
    }

    private static func end(of letters: [Unicode.Scalar], from start: Int) -> Int {
        if letters[start] == "'" {
            for ending in endings {
                let end = start + 1 + ending.unicodeScalars.count
                if end <= letters.count, letters[(start + 1)..<end].elementsEqual(ending.unicodeScalars) {
                    return end
                }
            }
        }
        // One space belongs to what follows it.
        var first = start
        if letters[start] == " ", start + 1 < letters.count, kind(letters[start + 1]) != .space { first += 1 }
        let kind = self.kind(letters[first])
        var end = first + 1
        while end < letters.count, self.kind(letters[end]) == kind { end += 1 }
        // Of several spaces before a word the last belongs to it.
        if kind == .space, end < letters.count, end - start > 1 { return end - 1 }
        return end
    }

    private static func kind(_ letter: Unicode.Scalar) -> Kind {
        if letter.properties.isWhitespace { return .space }
        switch letter.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            return .letter
        case .decimalNumber, .letterNumber, .otherNumber: return .number
        default: return .sign
        }
    }
}
