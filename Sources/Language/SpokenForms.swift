/// Writes what is said in several words as the one token it is written as, as far as no lexicon is needed for it: letters
/// said one by one ("s q l"), names that a recogniser spells as other words ("get hub") and compounds ("data base").
public enum SpokenForms {
    /// The tokens with spoken forms put into their written one; a token made of several covers all their words.
    public static func written(_ tokens: [Token]) -> [Token] {
        joinLetters(joinPhrases(tokens))
    }

    /// Said on the left, written on the right; the longest that fits is taken. The ways that terms are said stand in the
    /// lexicon of the vocabulary; here stand only words that a recogniser mistakes for them, and compounds of ordinary
    /// words that people write together or apart.
    private static let phrases: [[String]: String] = [
        ["see", "plus", "plus"]: "c++", ["see", "sharp"]: "c#", ["node", "js"]: "node.js",
        ["no", "sql"]: "nosql",
        ["jason"]: "json", ["get", "hub"]: "github", ["rest", "full"]: "restful",
        ["post", "gress"]: "postgresql", ["postgres"]: "postgresql", ["post", "gres"]: "postgresql",
        ["data", "base"]: "database", ["data", "bases"]: "databases", ["end", "point"]: "endpoint",
        ["time", "out"]: "timeout", ["trade", "off"]: "tradeoff", ["trade", "offs"]: "tradeoffs",
        ["work", "around"]: "workaround", ["per", "cent"]: "percent", ["road", "map"]: "roadmap",
        ["dead", "line"]: "deadline", ["feed", "back"]: "feedback",
    ]

    /// The phrases that begin with a word, the longest first.
    private static let phrasesByFirst: [String: [(said: [String], written: String)]] =
        Dictionary(grouping: phrases.map { (said: $0.key, written: $0.value) }) { $0.said.first ?? "" }
        .mapValues { $0.sorted { $0.said.count > $1.said.count } }

    private static func joinPhrases(_ tokens: [Token]) -> [Token] {
        var joined: [Token] = []
        var place = 0
        while place < tokens.count {
            let rest = tokens[place...]
            let match = phrasesByFirst[tokens[place].text]?.first { phrase in
                rest.count >= phrase.said.count && zip(rest, phrase.said).allSatisfy { $0.text == $1 }
            }
            let length = match?.said.count ?? 1
            joined.append(match.map { merged(rest.prefix(length), text: $0.written) } ?? tokens[place])
            place += length
        }
        return joined
    }

    /// Joins runs of single letters. "a" and "i" are words as well, so a run of them alone stays apart, and they are
    /// not taken as the first letter of a run of two.
    private static func joinLetters(_ tokens: [Token]) -> [Token] {
        var joined: [Token] = []
        var place = 0
        while place < tokens.count {
            var end = place
            while end < tokens.count, isLetter(tokens[end]) { end += 1 }
            let run = tokens[place..<end]
            let isSpelled = run.count > 2 && run.contains { !isWordLetter($0) }
            let isPair = run.count == 2 && run.first.map { !isWordLetter($0) } == true
            if isSpelled || isPair {
                joined.append(merged(run, text: run.map(\.text).joined()))
            } else {
                joined += run
            }
            if end < tokens.count { joined.append(tokens[end]) }
            place = end + 1
        }
        return joined
    }

    private static func isLetter(_ token: Token) -> Bool {
        token.text.count == 1 && token.text.allSatisfy(\.isLetter)
    }

    private static func isWordLetter(_ token: Token) -> Bool { token.text == "a" || token.text == "i" }

    private static func merged(_ tokens: ArraySlice<Token>, text: String) -> Token {
        guard let first = tokens.first, let last = tokens.last else {
            return Token(text: text, characters: 0..<0, words: 0..<0)
        }
        return Token(
            text: text, characters: first.characters.lowerBound..<last.characters.upperBound,
            words: first.words.lowerBound..<last.words.upperBound)
    }
}
