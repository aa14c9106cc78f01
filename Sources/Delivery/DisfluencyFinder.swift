public import Speech

/// Finds repetitions and restarts among words with their times.
///
/// A disfluency has a reparandum, which is taken back, an optional filled pause, and a repair (Shriberg 1994,
/// "Preliminaries to a theory of speech disfluencies"). A repair follows at once here: words between, other than filled
/// pauses, or a long silence make two statements of it. Nothing is concluded from a word that was probably not said
/// (`Word.isUncertain`) or whose time is no number.
public struct DisfluencyFinder: Sendable {
    /// The most words that are taken back at a time.
    private static let longest = 4
    /// A longer silence between the two ends a statement, in seconds.
    private static let silenceSeconds = 2.0

    /// Said twice on purpose, or right English: "very very", "had had", "that that".
    private static let meantTwice: Set<String> = [
        "very", "really", "so", "much", "many", "long", "far", "more", "less", "no", "yes", "yeah", "yep",
        "okay", "ok",
        "well", "now", "had", "that", "is", "bye", "ha", "again", "never", "too", "there", "right", "quite",
        "super",
        "blah", "way", "big", "please", "ever", "years", "times", "up", "over",
    ]
    private static let numbers: Set<String> = [
        "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        "thirty",
        "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "double",
        "dot",
        "point", "dash", "slash",
    ]
    /// Words that begin a phrase: a phrase begun with one of them twice in a row was begun again.
    private static let openers: Set<String> = [
        "in", "on", "at", "to", "for", "with", "from", "by", "of", "about", "into", "i", "we", "he", "she",
        "they",
        "you", "it", "and", "but", "because", "if", "when", "which", "who", "what",
    ]
    private static let determiners: Set<String> = [
        "a", "an", "the", "my", "our", "your", "his", "her", "their", "its", "this", "these", "those", "some",
    ]
    private static let auxiliaries: Set<String> = [
        "am", "is", "are", "was", "were", "have", "has", "had", "will", "would", "can", "could", "do", "did",
        "just",
        "should",
    ]
    /// Words that begin a clause which may end with an auxiliary: "when i can", "what i did".
    private static let clauseOpeners: Set<String> = [
        "when", "if", "what", "whatever", "as", "all", "where", "who", "how", "while", "once", "unless",
    ]
    /// Of these, those that ask for the verb said twice: "what i did i did alone", while "when i was i was" is taken back.
    private static let objects: Set<String> = ["what", "whatever", "all"]
    private static let joining: Set<String> = ["and", "or"]
    /// Words that announce a repair: "they well they've".
    private static let editing: Set<String> = ["well", "sorry", "no", "rather"]
    private static let pronouns: Set<String> = ["i", "we", "he", "she", "they", "you", "it"]

    /// A finder.
    public init() {}

    /// The disfluencies in the order of time; none shares a word with another.
    public func disfluencies(in words: [Word]) -> [Disfluency] {
        let places = words.indices.filter { !words[$0].isFilledPause }
        return places.split { !Self.isSure(words[$0]) }.flatMap { disfluencies(in: words, at: Array($0)) }
    }

    private static func isSure(_ word: Word) -> Bool {
        !word.isUncertain && word.time.isFinite
    }

    /// The disfluencies of a stretch of words that are all sure; `places` says which they are.
    private func disfluencies(in words: [Word], at places: [Int]) -> [Disfluency] {
        let texts = places.map { Word.lowered(words[$0].text) }
        var found: [Disfluency] = []
        var index = 0
        while index < texts.count {
            guard let (kind, count) = match(texts, at: index),
                isOneStatement(words, places[index + count - 1], places[index + count])
            else {
                index += 1
                continue
            }
            let range = places[index]..<places[index + count - 1] + 1
            let time = TimeRange(
                startSeconds: words[range.lowerBound].time.startSeconds,
                endSeconds: words[range.upperBound - 1].time.endSeconds)
            found.append(
                Disfluency(
                    kind: kind, text: texts[index..<index + count].joined(separator: " "), words: range,
                    time: time))
            index += count
        }
        return found
    }

    private func isOneStatement(_ words: [Word], _ last: Int, _ next: Int) -> Bool {
        words[next].time.startSeconds - words[last].time.endSeconds <= Self.silenceSeconds
    }

    /// What begins at `index`, and how many words are taken back.
    private func match(_ texts: [String], at index: Int) -> (Disfluency.Kind, Int)? {
        for count in (1...Self.longest).reversed() where index + 2 * count <= texts.count {
            let first = texts[index..<index + count]
            let second = texts[index + count..<index + 2 * count]
            if first.elementsEqual(second), isRepetition(first), !isMeant(texts, at: index, count) {
                return (.repetition, count)
            }
        }
        if let count = brokenWord(texts, at: index) { return (.restart, count) }
        return changedPhrase(texts, at: index).map { (.restart, $0) }
    }

    /// Whether two words said twice are right English: "better and better and better", but not "and i and i went";
    /// "what i did i did alone", "thank you thank you".
    private func isMeant(_ texts: [String], at index: Int, _ count: Int) -> Bool {
        guard count == 2 else { return false }
        let (first, last) = (texts[index], texts[index + 1])
        if Self.joining.contains(last) || first == "thank" && last == "you" { return true }
        guard index > 0 else { return false }
        return Self.joining.contains(first) && texts[index - 1] == last
            || Self.pronouns.contains(first) && Self.objects.contains(texts[index - 1])
    }

    /// "when i can i ask": a clause that ends with its auxiliary, and the next begins with the same pronoun.
    private func isClause(_ texts: [String], at index: Int) -> Bool {
        index > 0 && Self.pronouns.contains(texts[index]) && Self.clauseOpeners.contains(texts[index - 1])
    }

    private func isRepetition(_ words: ArraySlice<String>) -> Bool {
        if words.contains(where: { $0.count == 1 && $0 != "a" && $0 != "i" }) { return false }
        if words.allSatisfy({ Self.numbers.contains($0) || $0.allSatisfy(\.isNumber) }) { return false }
        return !words.allSatisfy { Self.meantTwice.contains($0) }
    }

    /// "I wor- I worked" takes two words back, "kn- know" one: a cut-off word is marked with a dash.
    private func brokenWord(_ texts: [String], at index: Int) -> Int? {
        for count in 1...3 where index + count < texts.count {
            guard let stump = Self.stump(texts[index + count - 1]) else { continue }
            let repair = texts[(index + count)...].prefix(count)
            let opening = texts[index..<index + count - 1]
            guard repair.starts(with: opening) else { continue }
            let begins = repair.count == count && (repair.last?.hasPrefix(stump) ?? false)
            if begins || count > 1 { return count }
        }
        return nil
    }

    private static func stump(_ text: String) -> String? {
        guard text.count > 1, text.hasSuffix("-") || text.hasSuffix("–") else { return nil }
        return String(text.dropLast())
    }

    /// "on the on a", "we were we should": a phrase begun again otherwise; "they they've": a word drawn together.
    private func changedPhrase(_ texts: [String], at index: Int) -> Int? {
        let opener = texts[index]
        guard Self.openers.contains(opener) else { return nil }
        let isPronoun = Self.pronouns.contains(opener)
        let isSubject = isPronoun && opener != "it" && opener != "you"
        if isSubject, index + 1 < texts.count, texts[index + 1].hasPrefix(opener + "'") { return 1 }
        if isPronoun, index + 2 < texts.count, Self.editing.contains(texts[index + 1]),
            texts[index + 2] == opener || texts[index + 2].hasPrefix(opener + "'")
        {
            return 1
        }
        guard !isClause(texts, at: index) else { return nil }
        for count in 2...3 where index + count + 1 < texts.count && texts[index + count] == opener {
            let between = texts[index + 1..<index + count]
            let isAgain =
                isPronoun
                ? between.allSatisfy { Self.auxiliaries.contains($0) }
                : (between + [texts[index + count + 1]]).allSatisfy { Self.determiners.contains($0) }
            if isAgain { return count }
        }
        return nil
    }
}
