/// Makes words of a text with punctuation: lower case, without the marks around a word, with those inside it.
enum HeardSpelling {
    /// Marks between two words that stand for no sound and need no space around them.
    private static let breaks: Set<Character> = ["—", "–", "…", "♪", "♫"]
    /// Written in place of the apostrophe.
    private static let apostrophes: Set<Character> = ["’", "‘", "ʼ", "`"]
    /// The most words of a note in brackets such as "(upbeat music)": longer ones are speech.
    private static let limitNoteWords = 6

    /// The words of a text in their order; notes such as "[BLANK_AUDIO]" and "(music)" are none.
    static func words(_ text: String) -> [String] {
        let text = String(text.map { breaks.contains($0) ? " " : apostrophes.contains($0) ? "'" : $0 })
        var chunks = text.split(whereSeparator: \.isWhitespace)[...]
        var words: [String] = []
        while let chunk = chunks.first {
            if let count = noteLength(chunks) {
                chunks = chunks.dropFirst(count)
                continue
            }
            chunks = chunks.dropFirst()
            for part in parts(chunk) {
                let word = trimmed(part)
                if word.contains(where: { $0.isLetter || $0.isNumber }) { words.append(word.lowercased()) }
            }
        }
        return words
    }

    /// How many chunks a note at the beginning has; `nil` when there is none.
    private static func noteLength(_ chunks: ArraySlice<Substring>) -> Int? {
        guard let opening = chunks.first?.first, let close = ["[": "]", "(": ")", "<": ">"][opening] else {
            return nil
        }
        for (place, chunk) in chunks.prefix(limitNoteWords).enumerated() {
            // A mark after the note belongs to it.
            let end = chunk.last.map { ".,!?".contains($0) } ?? false ? chunk.dropLast() : chunk
            if end.hasSuffix(close) { return place + 1 }
        }
        return nil
    }

    /// A chunk cut where dashes or dots stand for a break: "well--you", "so...yes".
    private static func parts(_ chunk: Substring) -> [Substring] {
        var parts: [Substring] = []
        var rest = chunk
        while let cut = [rest.firstRange(of: "--"), rest.firstRange(of: "...")].compactMap({ $0 }).min(by: {
            $0.lowerBound < $1.lowerBound
        }) {
            parts.append(rest[..<cut.lowerBound])
            rest = rest[cut.upperBound...]
        }
        return parts + [rest]
    }

    /// A word without the marks around it. Kept are those that are said or part of a name: "$5", "50%", "c++", "c#",
    /// ".net".
    private static func trimmed(_ part: Substring) -> String {
        var word = part
        while let first = word.first, !first.isLetter, !first.isNumber {
            let rest = word.dropFirst()
            let next = rest.first
            if first == ".", next?.isLetter == true { break }
            if first.isCurrencySymbol || first == "-", next?.isNumber == true { break }
            word = rest
        }
        while let last = word.last, !last.isLetter, !last.isNumber {
            let rest = word.dropLast()
            if last == "%", rest.last?.isNumber == true { break }
            if last == "#", rest.last?.isLetter == true { break }
            if last == "+", rest.hasSuffix("+"), rest.dropLast().last?.isLetter == true { break }
            if last.isCurrencySymbol, rest.last?.isNumber == true { break }
            word = rest
        }
        return String(word)
    }
}
