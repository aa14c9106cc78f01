/// Writes what is said in several words as the one token it is written as: letters said one by one ("s q l"), and
/// names whose sound a recogniser spells as other words ("my sequel", "no js").
public enum SpokenForms {
    /// The tokens with spoken forms put into their written one; a token made of several covers all their words.
    public static func written(_ tokens: [Token]) -> [Token] {
        joinLetters(joinPhrases(tokens))
    }

    /// Said on the left, written on the right; the longest that fits is taken.
    private static let phrases: [[String]: String] = [
        ["c", "plus", "plus"]: "c++", ["see", "plus", "plus"]: "c++", ["c", "sharp"]: "c#",
        ["see", "sharp"]: "c#",
        ["dot", "net"]: ".net", ["node", "j", "s"]: "node.js", ["node", "js"]: "node.js",
        ["my", "s", "q", "l"]: "mysql", ["my", "sequel"]: "mysql", ["sequel"]: "sql",
        ["no", "sequel"]: "nosql", ["no", "sql"]: "nosql", ["no", "s", "q", "l"]: "nosql",
        ["jason"]: "json", ["java", "script"]: "javascript", ["type", "script"]: "typescript",
        ["git", "hub"]: "github", ["get", "hub"]: "github", ["data", "base"]: "database",
        ["data", "bases"]: "databases", ["end", "point"]: "endpoint", ["end", "points"]: "endpoints",
        ["time", "out"]: "timeout", ["time", "outs"]: "timeouts", ["trade", "off"]: "tradeoff",
        ["trade", "offs"]: "tradeoffs", ["work", "around"]: "workaround", ["per", "cent"]: "percent",
        ["post", "gress"]: "postgresql", ["postgres"]: "postgresql", ["post", "gres"]: "postgresql",
        ["rest", "full"]: "restful", ["micro", "services"]: "microservices",
        ["micro", "service"]: "microservice",
        ["road", "map"]: "roadmap", ["dead", "line"]: "deadline", ["feed", "back"]: "feedback",
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
