import Speech

/// A text as words are compared: lower case, no punctuation, numbers in words, filled pauses left out.
///
/// Hyphens and slashes part words ("ill-disposed", "CI/CD"), as do borders between letters and digits ("S3"). What the
/// letters alone cannot settle (a number's reading, "i'm" or "i am", "sql" or "s q l") stays open until the words that
/// were heard are known: see `ReferenceLattice`.
enum SpokenWords {
    /// The words of a text, each number in its first reading.
    static func words(_ text: String) -> [String] { pieces(text).flatMap { $0[0] } }

    /// The text in pieces, each with its readings; all but numbers have one.
    static func pieces(_ text: String) -> [[[String]]] {
        var pieces: [[[String]]] = []
        for token in text.split(whereSeparator: \.isWhitespace) {
            let token = token.lowercased().map { $0 == "’" || $0 == "‘" ? "'" : $0 }
            // Some transcripts part "i 'm" and "do n't".
            if endings.contains(String(token)), let last = pieces.last, last.count == 1,
                let word = last[0].last
            {
                pieces[pieces.count - 1] = [last[0].dropLast() + [word + String(token)]]
                continue
            }
            pieces += read(String(token))
        }
        return pieces.filter { !($0.count == 1 && $0[0].allSatisfy(Word.filledPauses.contains)) }
    }

    /// How many filled pauses a text holds; "uh-huh" is none.
    static func fillerCount(_ text: String) -> Int {
        text.lowercased().split { !($0.isLetter || $0 == "'" || $0 == "-") }
            .count { Word.filledPauses.contains(String($0)) }
    }

    private static let endings: Set<String> = ["'m", "'s", "'re", "'ve", "'ll", "'d", "n't"]

    private static func read(_ token: String) -> [[[String]]] {
        if let number = number(token) { return number }
        switch token.trimmed(while: { ".,;:!?()\"".contains($0) }) {
        case "c++": return [[["c", "plus", "plus"]]]
        case "c#": return [[["c", "sharp"]]]
        case "f#": return [[["f", "sharp"]]]
        case "&": return [[["and"]]]
        case "+": return [[["plus"]]]
        case "%": return [[["percent"]]]
        case "@": return [[["at"]]]
        default: break
        }
        return token.split { !($0.isLetter || $0.isNumber || $0 == "'") }.flatMap { part in
            runs(part.trimmed { $0 == "'" }).map { run in
                run.first?.isNumber == true ? NumberReadings.whole(run) : [[run]]
            }
        }
    }

    /// A token that is a number as a whole, with its sign, unit or ending.
    private static func number(_ token: String) -> [[[String]]]? {
        var body = token.trimmed { ",;!?()\"".contains($0) }
        while body.last == "." || body.last == ":" { body.removeLast() }
        let isMoney = body.first == "$"
        if isMoney { body.removeFirst() }
        let isShare = body.last == "%"
        if isShare { body.removeLast() }
        guard body.first?.isNumber == true || body.first == "." else { return nil }
        for ending in ["st", "nd", "rd", "th"] where body.hasSuffix(ending) {
            let digits = String(body.dropLast(2))
            return digits.allSatisfy(\.isNumber) ? [NumberReadings.ordinal(digits)] : nil
        }
        let plain = body.filter { $0 != "," }
        let unit = isMoney ? [[["dollars"]]] : isShare ? [[["percent"]]] : []
        if plain.allSatisfy(\.isNumber) { return [NumberReadings.whole(plain)] + unit }
        let halves = plain.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        if halves.count == 2, halves.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }) {
            return [NumberReadings.time(hours: halves[0], minutes: halves[1])]
        }
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }), !parts[1].isEmpty else {
            return nil
        }
        return [NumberReadings.decimal(parts[0], parts[1])] + unit
    }

    /// Parts a word at the borders between letters and digits.
    private static func runs(_ word: String) -> [String] {
        var runs: [String] = []
        for character in word {
            if let last = runs.last?.last, last.isNumber == character.isNumber {
                runs[runs.count - 1].append(character)
            } else {
                runs.append(String(character))
            }
        }
        return runs
    }
}

extension StringProtocol {
    /// Without the characters at both ends that meet a condition.
    func trimmed(while isDropped: (Character) -> Bool) -> String {
        var rest = self[...]
        while let last = rest.last, isDropped(last) { rest = rest.dropLast() }
        return String(rest.drop(while: isDropped))
    }
}
