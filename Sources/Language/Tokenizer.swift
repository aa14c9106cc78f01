/// Cuts a text into tokens.
///
/// Everything becomes lower case. Contractions become their words ("don't" is `do not`), a possessive loses its
/// ending, hyphens and slashes separate ("CI/CD" is `ci cd`), names keep their signs (`c++`, `c#`, `node.js`, `.net`),
/// figures lose the commas between thousands, and a percent sign becomes the word.
///
/// ```swift
/// Tokenizer.tokens(in: "I don't use C++.").map(\.text)  // ["i", "do", "not", "use", "c++"]
/// ```
public enum Tokenizer {
    /// The tokens of a text in their order.
    public static func tokens(in text: String) -> [Token] {
        var tokens: [Token] = []
        var word: [Character] = []
        var wordIndex = 0
        var start = 0
        for (offset, character) in text.enumerated() {
            if character.isWhitespace {
                if !word.isEmpty {
                    tokens += Self.tokens(of: word, start: start, wordIndex: wordIndex)
                    wordIndex += 1
                    word = []
                }
            } else {
                if word.isEmpty { start = offset }
                word.append(character)
            }
        }
        return tokens + Self.tokens(of: word, start: start, wordIndex: wordIndex)
    }

    /// The tokens of words that are already apart, for example those of a recogniser. `Token.words` counts the given
    /// words; `Token.characters` counts in the words joined by one space each.
    public static func tokens(inWords words: [String]) -> [Token] {
        var tokens: [Token] = []
        var start = 0
        for (index, word) in words.enumerated() {
            tokens += Self.tokens(of: Array(word), start: start, wordIndex: index)
            start += word.count + 1
        }
        return tokens
    }

    /// The tokens of one word that begins at character `start` of the text.
    private static func tokens(of word: [Character], start: Int, wordIndex: Int) -> [Token] {
        var tokens: [Token] = []
        var place = 0
        while place < word.count {
            guard isBeginning(place, of: word) else {
                if word[place] == "%" { tokens.append(percent(start + place, wordIndex)) }
                place += 1
                continue
            }
            let end = endOfUnit(in: word, from: place)
            let characters = start + place..<start + end
            for text in expansion(of: word[place..<end].filter { $0 != "," }) {
                tokens.append(Token(text: text, characters: characters, words: wordIndex..<wordIndex + 1))
            }
            place = end
        }
        return tokens
    }

    private static func percent(_ place: Int, _ wordIndex: Int) -> Token {
        Token(text: "percent", characters: place..<place + 1, words: wordIndex..<wordIndex + 1)
    }

    /// Whether a token begins here: at a letter or figure, or at the dot of a name such as `.net`.
    private static func isBeginning(_ place: Int, of word: [Character]) -> Bool {
        if isPart(word[place]) { return true }
        return word[place] == "." && place == 0 && word.count > 2 && word[1].isLetter
            && word.dropFirst().prefix { $0.isLetter }.count > 1
    }

    private static func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// Where the token that begins at `start` ends.
    private static func endOfUnit(in word: [Character], from start: Int) -> Int {
        var end = start + 1
        while end < word.count {
            let character = word[end]
            if isPart(character) || isJoint(at: end, in: word) {
                end += 1
            } else {
                break
            }
        }
        // "c++", "c#" and "f#" keep their signs; anything longer does not end in them.
        if end - start == 1, word[start].isLetter {
            while end < word.count, word[end] == "+" || word[end] == "#" { end += 1 }
        }
        return end
    }

    /// Whether a sign between two letters or figures belongs to the token.
    private static func isJoint(at place: Int, in word: [Character]) -> Bool {
        guard place + 1 < word.count, isPart(word[place - 1]), isPart(word[place + 1]) else { return false }
        switch word[place] {
        case "'", "\u{2019}": return true
        case "&": return true
        case ",": return word[place - 1].isNumber && word[place + 1].isNumber
        case ".":
            // "index.Then" is two words whose space was forgotten; "Node.js" is one name.
            let isNewSentence =
                word[place + 1].isUppercase && place + 2 < word.count && word[place + 2].isLowercase
            return !isNewSentence
        default: return false
        }
    }

    /// The tokens that a unit stands for: several for a contraction, else itself in lower case.
    private static func expansion(of unit: [Character]) -> [String] {
        let text = String(unit).lowercased().replacing("\u{2019}", with: "'")
        if text == "cannot" { return ["can", "not"] }
        guard let apostrophe = text.lastIndex(of: "'") else { return [text] }
        if let whole = irregular[text] { return whole }
        let stem = String(text[..<apostrophe])
        let ending = String(text[text.index(after: apostrophe)...])
        if ending == "t", stem.hasSuffix("n"), stem.count > 1 { return [String(stem.dropLast()), "not"] }
        if ending == "s" { return isFollowedByIs.contains(stem) ? [stem, "is"] : [stem] }
        if let verb = verbs[ending] { return [stem, verb] }
        return [text.replacing("'", with: "")]
    }

    private static let irregular: [String: [String]] = [
        "can't": ["can", "not"], "won't": ["will", "not"], "shan't": ["shall", "not"],
        "ain't": ["is", "not"],
        "let's": ["let", "us"],
    ]
    private static let verbs = ["re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am"]
    private static let isFollowedByIs: Set<String> = [
        "it", "he", "she", "that", "there", "what", "who", "where", "how", "here", "when", "why", "this",
    ]
}
