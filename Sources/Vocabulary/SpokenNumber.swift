/// A number read from the words that say it.
struct SpokenNumber: Equatable {
    /// What kind of number it is.
    enum Kind: Equatable {
        /// A whole number.
        case cardinal(Int)
        /// A number of millions or more, without a rest: "two million" is 2 of 1,000,000.
        case scaled(figures: String, scale: String)
        /// A year said in two halves.
        case year(Int)
        /// A place in an order.
        case ordinal(Int)
        /// A number with a point, or a version with several, as figures.
        case decimal(String)
        /// Figures said one by one, such as a status: "four oh four".
        case figures(String)
    }

    /// What was said.
    var kind: Kind
    /// How many words say it.
    var length: Int

    /// The longest number that begins with the first of `words`; `nil` when none does.
    static func read(_ words: ArraySlice<String>) -> SpokenNumber? {
        if let figures = readFigures(words) { return figures }
        if let year = readYear(words) { return year }
        guard let whole = readWhole(words) else { return readOrdinal(words, after: nil) }
        let rest = words.dropFirst(whole.length)
        if let decimal = readDecimal(rest, whole: whole) { return decimal }
        if let ordinal = readOrdinal(rest, after: whole) { return ordinal }
        if let scale = whole.scale {
            let figures = String(whole.value / (NumberNames.valueOfScale[scale] ?? 1))
            return SpokenNumber(kind: .scaled(figures: figures, scale: scale), length: whole.length)
        }
        return SpokenNumber(kind: .cardinal(whole.value), length: whole.length)
    }

    // MARK: Whole numbers

    private struct Whole {
        var value: Int
        var length: Int
        /// The name of the millions or more that it is a plain number of.
        var scale: String?
        /// What the last word could still take: 0 after a unit, 10 after a ten, 100 after a hundred.
        var open: Int
    }

    /// "Two hundred (and) five thousand twelve": groups below a thousand, each with a smaller scale than the last.
    private static func readWhole(_ words: ArraySlice<String>) -> Whole? {
        var total = 0
        var length = 0
        var limit = Int.max
        var open = 0
        var scale: String?
        while let group = readGroup(words.dropFirst(length), isFirst: length == 0) {
            let next = words.dropFirst(length + group.length).first
            // "Twenty nine hundred thousand" is no number that anyone says; a rest must fit under the last scale.
            if let name = next, let value = NumberNames.valueOfScale[name], value < limit {
                scale = length == 0 && value > 1_000 ? name : nil
                total += group.value * value
                length += group.length + 1
                limit = value
                open = 1_000
            } else if limit == Int.max || group.value < limit && !isMultiplier(next) {
                return Whole(
                    value: total + group.value, length: length + group.length, scale: nil, open: group.open)
            } else {
                break
            }
        }
        return length > 0 ? Whole(value: total, length: length, scale: scale, open: open) : nil
    }

    private static func readGroup(_ words: ArraySlice<String>, isFirst: Bool) -> Whole? {
        // "And" stands only inside a number: "two thousand and five".
        let skipped = !isFirst && words.first == "and" ? 1 : 0
        guard let head = readBelowHundred(words.dropFirst(skipped)), head.value > 0 || isFirst else {
            return nil
        }
        var group = Whole(value: head.value, length: head.length + skipped, open: head.open)
        guard words.dropFirst(group.length).first == "hundred", head.value > 0, head.value % 10 > 0 else {
            return group
        }
        group = Whole(value: head.value * 100, length: group.length + 1, open: 100)
        let rest = words.dropFirst(group.length)
        let joint = rest.first == "and" ? 1 : 0
        // "Between two hundred and three hundred" is two numbers.
        if let tail = readBelowHundred(rest.dropFirst(joint)), tail.value > 0,
            rest.dropFirst(joint + tail.length).first != "hundred",
            joint == 0 || !isMultiplier(rest.dropFirst(joint + tail.length).first)
        {
            group.value += tail.value
            group.length += joint + tail.length
            group.open = tail.open
        }
        return group
    }

    private static func isMultiplier(_ word: String?) -> Bool {
        word.map { $0 == "hundred" || NumberNames.valueOfScale[$0] != nil } ?? false
    }

    private static func readBelowHundred(_ words: ArraySlice<String>) -> Whole? {
        guard let first = words.first else { return nil }
        if let unit = NumberNames.valueOfUnit[first] { return Whole(value: unit, length: 1, open: 0) }
        guard let tens = NumberNames.valueOfTens[first] else { return nil }
        if let next = words.dropFirst().first, let unit = NumberNames.valueOfUnit[next],
            (1...9).contains(unit)
        {
            return Whole(value: tens + unit, length: 2, open: 0)
        }
        return Whole(value: tens, length: 1, open: 10)
    }

    // MARK: Other numbers

    /// No number said figure by figure, of a card or an account, is longer.
    private static let limitFigures = 40

    /// "Nineteen ninety nine", "twenty nineteen", "nineteen oh five": years from 1700 to 2099.
    private static func readYear(_ words: ArraySlice<String>) -> SpokenNumber? {
        guard let first = words.first, words.count > 1 else { return nil }
        let century = NumberNames.valueOfUnit[first] ?? NumberNames.valueOfTens[first] ?? 0
        guard (17...20).contains(century) else { return nil }
        let rest = words.dropFirst()
        if rest.first == "oh", let next = rest.dropFirst().first, let unit = NumberNames.valueOfUnit[next],
            (1...9).contains(unit), century < 20
        {
            return SpokenNumber(kind: .year(century * 100 + unit), length: 3)
        }
        if rest.first == "hundred", century < 20, readBelowHundred(rest.dropFirst()) == nil,
            rest.dropFirst().first != "and", !isMultiplier(rest.dropFirst().first)
        {
            return SpokenNumber(kind: .year(century * 100), length: 2)
        }
        guard let half = readBelowHundred(rest), half.value >= 10 else { return nil }
        let next = rest.dropFirst(half.length).first
        guard !isMultiplier(next) else { return nil }
        return SpokenNumber(kind: .year(century * 100 + half.value), length: 1 + half.length)
    }

    /// A place in an order: alone ("third", "twelfth") or as the end of a number ("twenty first").
    private static func readOrdinal(_ words: ArraySlice<String>, after whole: Whole?) -> SpokenNumber? {
        guard let word = words.first else { return nil }
        let before = whole?.value ?? 0
        let length = (whole?.length ?? 0) + 1
        if let value = NumberNames.valueOfOrdinal[word], whole == nil || value < whole?.open ?? 0 {
            return SpokenNumber(kind: .ordinal(before + value), length: length)
        }
        guard let whole else { return nil }
        let last = whole.value % 100
        if word == "hundredth", (1...9).contains(last), whole.open == 0 {
            return SpokenNumber(kind: .ordinal(whole.value - last + last * 100), length: length)
        }
        if let scale = NumberNames.scales.first(where: { $0.name + "th" == word }), whole.value < 1_000 {
            return SpokenNumber(kind: .ordinal(whole.value * scale.value), length: length)
        }
        return nil
    }

    /// "Point" and figures: each alone ("three point one four") or a number of two ("three point eleven"); a version
    /// has several points. A scale may follow: "two point five million".
    private static func readDecimal(_ words: ArraySlice<String>, whole: Whole) -> SpokenNumber? {
        guard whole.scale == nil else { return nil }
        var text = String(whole.value)
        var length = whole.length
        var parts = 0
        var rest = words
        while rest.first == "point", let part = readFraction(rest.dropFirst()) {
            text += "." + part.figures
            length += 1 + part.length
            rest = rest.dropFirst(1 + part.length)
            parts += 1
        }
        guard parts > 0 else { return nil }
        if parts == 1, let scale = rest.first, (NumberNames.valueOfScale[scale] ?? 0) > 1_000 {
            return SpokenNumber(kind: .scaled(figures: text, scale: scale), length: length + 1)
        }
        return SpokenNumber(kind: .decimal(text), length: length)
    }

    private static func readFraction(_ words: ArraySlice<String>) -> (figures: String, length: Int)? {
        let figures = words.prefix { digit($0) != nil }.compactMap { digit($0) }
        if !figures.isEmpty { return (figures.map(String.init).joined(), figures.count) }
        guard let number = readBelowHundred(words) else { return nil }
        return (String(number.value), number.length)
    }

    /// Three or more figures said one by one, at least one of them "oh" or "zero" inside: "four oh four", "one zero
    /// two four". Without one they may be a count ("one two three").
    private static func readFigures(_ words: ArraySlice<String>) -> SpokenNumber? {
        var run = words.prefix(limitFigures).prefix { digit($0) != nil }
        // "Four oh four, four hundred": the last figure begins another number.
        if isMultiplier(words.dropFirst(run.count).first) { run = run.dropLast() }
        // "Three oh one, three oh two": two of them.
        let second = run.dropFirst().first
        if run.count > 4, second == "oh" { run = run.prefix(3) }
        guard run.count > 2, run.first != "oh", let last = run.last, last != "oh",
            run.contains(where: { $0 == "oh" || $0 == "zero" })
        else { return nil }
        let figures = run.compactMap { digit($0) }.map(String.init).joined()
        return SpokenNumber(kind: .figures(figures), length: run.count)
    }

    private static func digit(_ word: String) -> Int? {
        if word == "oh" { return 0 }
        guard let value = NumberNames.valueOfUnit[word], value < 10 else { return nil }
        return value
    }
}
