/// Says a written word that is made of parts: hyphen compounds, identifiers, addresses, letters with figures.
struct CompoundText: Sendable {
    let lexicon: Lexicon
    let isKnown: @Sendable (String) -> Bool

    /// A term of more parts is not looked for, so that a long chain costs no more than its length.
    private static let limitParts = 5

    /// The words of a chunk that is looked up as it is: a term, an abbreviation, or a known word with dots such as
    /// "a.m."; `nil` for others.
    func whole(_ characters: ArraySlice<Character>) -> [String]? {
        let text = String(characters).lowercased()
        if let token = term(text) { return [token] }
        if let words = SpokenSigns.abbreviations[text] { return words }
        let isDotted = text.last == "." && text.dropLast().contains(".")
        return isDotted && isKnown(text) || text.first == "'" && text.count > 1 && isKnown(text)
            ? [text] : nil
    }

    /// The tokens of a chunk without punctuation around it.
    func tokens(of characters: [Character], isLineStart: Bool) -> [SpokenToken] {
        let (text, isAddress) = withoutScheme(characters)
        let parts = Self.parts(of: text)
        guard !parts.isEmpty else {
            // "#", "-" and "+" at the start of a line are marks of headings and lists.
            if isLineStart, text.allSatisfy({ "#-+*>".contains($0) }) { return [] }
            return signs(text[...]).map { SpokenToken(text: $0, written: String(text)) }
        }
        var tokens: [SpokenToken] = []
        var place = 0
        var end = 0
        while place < parts.count {
            let match = longestTerm(at: place, of: parts, in: text)
            let start = match?.start ?? parts[place].lowerBound
            let between = joint(text[min(end, start)..<start], in: text, isAddress: isAddress)
            tokens += between.map { SpokenToken(text: $0, written: String(text[min(end, start)..<start])) }
            if let match {
                tokens.append(SpokenToken(text: match.token, written: String(text[match.start..<match.end])))
                end = match.end
                place += match.length
            } else {
                tokens += word(text[parts[place]])
                end = parts[place].upperBound
                place += 1
            }
        }
        let tail = joint(text[end...], in: text, isAddress: isAddress)
        return tokens + tail.map { SpokenToken(text: $0, written: String(text[end...])) }
    }

    // MARK: Parts

    /// Where the letters and figures are; an apostrophe between letters is one of them.
    private static func parts(of text: [Character]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start: Int?
        for place in text.indices {
            let isInside =
                start != nil && text[place] == "'" && place + 1 < text.count && text[place + 1].isLetter
            if isPart(text[place]) || isInside {
                start = start ?? place
            } else if let begin = start {
                parts.append(begin..<place)
                start = nil
            }
        }
        if let start { parts.append(start..<text.count) }
        return parts
    }

    private static func isPart(_ character: Character) -> Bool {
        character.isLetter || character.isASCII && character.isNumber
    }

    private struct Match {
        var token: String
        var start: Int
        var end: Int
        var length: Int
    }

    /// The longest term or known hyphen compound that begins with a part. "C++" has signs behind it, ".NET" before.
    private func longestTerm(at place: Int, of parts: [Range<Int>], in text: [Character]) -> Match? {
        for length in (1...min(Self.limitParts, parts.count - place)).reversed() {
            let start = parts[place].lowerBound
            let end = parts[place + length - 1].upperBound
            let signed = end + text[end...].prefix(2).prefix { "+#".contains($0) }.count
            let dotted = start > 0 && text[start - 1] == "." ? start - 1 : start
            let candidates = [(start, signed), (dotted, end), (start, end)].filter {
                $0.1 - $0.0 > end - start
            }
            for (from, to) in candidates + [(start, end)] {
                let token = String(text[from..<to]).lowercased()
                if let term = term(token) { return Match(token: term, start: from, end: to, length: length) }
            }
            let joints = text[start..<end].filter { !Self.isPart($0) && $0 != "'" }
            let whole = String(text[start..<end]).lowercased()
            if length > 1, joints.allSatisfy({ $0 == "-" }), isKnown(whole) {
                return Match(token: whole, start: start, end: end, length: length)
            }
        }
        return nil
    }

    /// The token of a term or of its possessive.
    private func term(_ text: String) -> String? {
        if lexicon.entries[text] != nil { return text }
        guard text.hasSuffix("'s"), lexicon.entries[String(text.dropLast(2))] != nil else { return nil }
        return text
    }

    // MARK: Signs

    private func withoutScheme(_ text: [Character]) -> (text: [Character], isAddress: Bool) {
        var rest = text[...]
        var isAddress = false
        for scheme in ["https://", "http://", "www."] where rest.count > scheme.count {
            guard String(rest.prefix(scheme.count)).lowercased() == scheme else { continue }
            rest = rest.dropFirst(scheme.count)
            isAddress = true
        }
        return (Array(rest), isAddress)
    }

    /// What is said for the signs between two parts, or behind the last.
    private func joint(_ signs: ArraySlice<Character>, in text: [Character], isAddress: Bool) -> [String] {
        guard !signs.isEmpty else { return [] }
        let before = signs.startIndex > 0 ? text[signs.startIndex - 1] : nil
        let after = signs.endIndex < text.count ? text[signs.endIndex] : nil
        let isLetterBefore =
            before?.isLetter == true && (signs.startIndex < 2 || !Self.isPart(text[signs.startIndex - 2]))
        switch String(signs) {
        case "." where before != nil && after != nil:
            // "index.Then" is two sentences whose space was forgotten.
            let isForgotten = before?.isLowercase == true && after?.isUppercase == true
            // The dots of initials, "U.S.", are not said.
            let place = signs.startIndex + 2
            let isInitial =
                isLetterBefore && after?.isLetter == true
                && (place >= text.count || !Self.isPart(text[place]))
            return isForgotten || isInitial ? [] : isFigures(before, after) ? ["point"] : ["dot"]
        case "/" where isAddress && after != nil: return ["slash"]
        case "++" where isLetterBefore: return ["plus", "plus"]
        case "#" where isLetterBefore && after == nil: return ["sharp"]
        case "#" where before == nil: return []
        case "(" where isLetterBefore && before == "O": return ["of"]
        case "^" where after != nil: return ["to", "the"]
        case "*" where isFigures(before, after): return ["times"]
        case "->", "=>": return ["to"]
        default:
            // Brackets of a type ("List<Int>") and tags are not comparisons.
            if signs.contains(where: { "<>".contains($0) }), before?.isLetter != false,
                after?.isLetter != false
            {
                return []
            }
            return self.signs(signs)
        }
    }

    private func isFigures(_ first: Character?, _ second: Character?) -> Bool {
        first?.isWholeNumber == true && second?.isWholeNumber == true
    }

    /// The names of signs; of equal ones in a row only one is said.
    private func signs(_ signs: ArraySlice<Character>) -> [String] {
        if ["->", "=>", "-->"].contains(String(signs)) { return ["to"] }
        var last: Character?
        var words: [String] = []
        for sign in signs {
            if sign != last { words += SpokenSigns.names[sign] ?? [] }
            last = sign
        }
        return words
    }

    // MARK: Words

    /// The tokens of letters and figures without other signs.
    private func word(_ part: ArraySlice<Character>) -> [SpokenToken] {
        let text = String(part).lowercased()
        if term(text) != nil || isKnown(text) { return [SpokenToken(text: text, written: String(part))] }
        let folded = Latin.folded(text)
        if folded != text, term(folded) != nil || isKnown(folded) {
            return [SpokenToken(text: folded, written: String(part))]
        }
        return IdentifierPieces.split(part).flatMap { piece -> [SpokenToken] in
            if piece.first?.isWholeNumber == true {
                return NumberWords.whole(String(piece)).map { SpokenToken(text: $0, written: String(piece)) }
            }
            return [single(piece)]
        }
    }

    private func single(_ piece: ArraySlice<Character>) -> SpokenToken {
        SpokenToken(text: String(piece).lowercased(), written: String(piece))
    }
}
