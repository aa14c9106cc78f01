/// A number as people write it, with its signs and its unit, and the words that say it.
///
/// The words around it decide what it is: "2019" is a year unless something is counted, "3.11" is a version behind a
/// name.
struct NumberText {
    /// What stands before and behind the number; empty at the ends of a sentence.
    struct Surroundings {
        var before = ""
        var after = ""
        /// Whether what stands before is a name, behind which a number is a version.
        var isAfterName = false
        /// Whether it counts something that is named further on.
        var isCounting = false
        /// Whether nothing else stands in the sentence.
        var isAlone: Bool { before.isEmpty && after.isEmpty }
    }

    /// What was said, and whether the next chunk was said with it: its unit or the scale of an amount of money.
    struct Reading {
        var words: [String]
        var takesNext = false
    }

    private static let currencies: [Character: (one: String, many: String)] = [
        "$": ("dollar", "dollars"), "€": ("euro", "euros"), "£": ("pound", "pounds"), "¥": ("yen", "yen"),
    ]

    /// The words of a chunk without punctuation around it; `nil` when it is no number.
    static func read(_ text: [Character], in surroundings: Surroundings) -> Reading? {
        var rest = text[...]
        var words: [String] = []
        if rest.first == "~" || rest.first == "≈" {
            words = ["about"]
            rest = rest.dropFirst()
        }
        if rest.first == "#", rest.dropFirst().first?.isWholeNumber == true {
            words = ["number"]
            rest = rest.dropFirst()
        }
        if let first = rest.first, "-+".contains(first), startsWithFigure(rest.dropFirst()) {
            words.append(first == "-" ? "minus" : "plus")
            rest = rest.dropFirst()
        }
        var surroundings = surroundings
        if let first = rest.first, first == "v" || first == "V", startsWithFigure(rest.dropFirst()) {
            words.append("version")
            surroundings.isAfterName = true
            rest = rest.dropFirst()
        }
        guard startsWithFigure(rest) else { return nil }
        if let whole = fixed[String(rest)] { return Reading(words: words + whole) }
        return joined(rest, before: words, in: surroundings)
    }

    private static let fixed = [
        "24/7": ["twenty", "four", "seven"], "8080": ["eighty", "eighty"], "1/2": ["one", "half"],
        "1/3": ["one", "third"],
        "2/3": ["two", "thirds"], "1/4": ["one", "quarter"], "3/4": ["three", "quarters"],
    ]

    /// Whether a number begins here, maybe with the sign of a currency.
    private static func startsWithFigure(_ text: ArraySlice<Character>) -> Bool {
        guard let first = text.first else { return false }
        if isFigure(first) { return true }
        return (currencies[first] != nil || first == ".") && text.dropFirst().first.map(isFigure) == true
    }

    private static func isFigure(_ character: Character) -> Bool {
        character.isASCII && character.isWholeNumber
    }

    // MARK: Several numbers

    /// Numbers with signs between them: a range ("10-20%"), a time ("10:30"), a proportion ("80/20").
    private static func joined(
        _ text: ArraySlice<Character>, before: [String], in surroundings: Surroundings
    ) -> Reading? {
        var parts: [ArraySlice<Character>] = []
        var joints: [Character] = []
        var start = text.startIndex
        for place in text.indices where "-–—:/".contains(text[place]) && place > start {
            guard place + 1 < text.endIndex, startsWithFigure(text[(place + 1)...]) else { continue }
            parts.append(text[start..<place])
            joints.append(text[place])
            start = place + 1
        }
        parts.append(text[start...])
        guard var last = parts.popLast() else { return nil }
        var words = before
        let isRange = joints.count == 1 && "-–—".contains(joints[0])
        // "$5-10": the currency is said once, at the end.
        if isRange, let sign = parts[0].first, currencies[sign] != nil, last.first.map(isFigure) == true {
            parts[0] = parts[0].dropFirst()
            last = [sign] + last
        }
        for (part, joint) in zip(parts, joints) {
            // The first number of a range counts what the last counts, but the unit is said once.
            var context = surroundings
            context.isCounting = isUnit(surroundings.after) || !last.allSatisfy(isFigure)
            if context.isCounting { context.after = "" }
            guard let reading = single(part, in: context) else { return nil }
            words += reading.words
            if isRange { words.append("to") }
            if joint == ":", joints.count == 1, String(last) == "00" {
                return Reading(words: words + ["o'clock"])
            }
        }
        guard let reading = single(last, in: surroundings) else { return nil }
        return Reading(words: words + reading.words, takesNext: reading.takesNext)
    }

    // MARK: One number

    /// One number with its currency before it and its unit behind it; `nil` when what stands behind is no unit.
    private static func single(_ text: ArraySlice<Character>, in surroundings: Surroundings) -> Reading? {
        var rest = text
        let currency = rest.first.flatMap { currencies[$0] }
        if currency != nil { rest = rest.dropFirst() }
        let figures = rest.prefix { isFigure($0) || $0 == "," || $0 == "." }
        let number = figures.reversed().drop { !isFigure($0) }.reversed() as [Character]
        guard !number.isEmpty else { return nil }
        let behind = rest.dropFirst(number.count)
        let unit = String(behind.first == "-" || behind.first == "–" ? behind.dropFirst() : behind)
        let plain = String(number.filter { $0 != "," })
        if let currency { return money(plain, unit: unit, currency, in: surroundings) }
        if let special = ordinalOrDecade(plain, ending: unit, in: surroundings) {
            return Reading(words: special)
        }
        var context = surroundings
        if !unit.isEmpty { context.after = unit }
        let isUnitNext = unit.isEmpty && isUnit(surroundings.after)
        let words = value(
            plain, isGrouped: number.contains(","), isCounting: isUnitNext || !unit.isEmpty, in: context)
        if isUnitNext, let name = SpokenUnits.name(of: surroundings.after) {
            return Reading(words: words + (plain == "1" ? name.one : name.many), takesNext: true)
        }
        guard !unit.isEmpty else { return Reading(words: words) }
        guard let name = SpokenUnits.name(of: unit) else { return nil }
        // "A 200-ms limit" and a single thing have the singular.
        let isOne = plain == "1" || behind.count > unit.count
        return Reading(words: words + (isOne ? name.one : name.many))
    }

    /// A unit as a word of its own must not be a word itself: "5 us", "3 d", "2 K" are rarer than "5 B" is.
    private static func isUnit(_ text: String) -> Bool {
        let isWord = ["us", "d", "k", "K", "M", "x", "+", "×", "B", "req"].contains(text)
        return !isWord && SpokenUnits.name(of: text) != nil
    }

    private static func money(
        _ figures: String, unit: String, _ currency: (one: String, many: String),
        in surroundings: Surroundings
    ) -> Reading? {
        let scaleUnits = [
            "k": "thousand", "K": "thousand", "m": "million", "M": "million", "b": "billion",
            "B": "billion", "bn": "billion",
        ]
        let parts = figures.split(separator: ".")
        guard let whole = parts.first, parts.count < 3 else { return nil }
        var amount = NumberWords.whole(whole)
        let next = surroundings.after.lowercased()
        let scale = scaleUnits[unit] ?? (unit.isEmpty && SpokenUnits.scales.contains(next) ? next : nil)
        guard unit.isEmpty || scale != nil else {
            return unit == "+" ? Reading(words: amount + [currency.many, "plus"]) : nil
        }
        let isCents = scale == nil && parts.count > 1 && parts[1].count == 2
        if parts.count > 1, !isCents { amount += ["point"] + NumberWords.figures(parts[1]) }
        if let scale { return Reading(words: amount + [scale, currency.many], takesNext: unit.isEmpty) }
        amount.append(figures == "1" || figures == "1.00" ? currency.one : currency.many)
        if isCents, let cents = Int(parts[1]), cents > 0 {
            amount += NumberWords.cardinal(cents) + [cents == 1 ? "cent" : "cents"]
        }
        return Reading(words: amount)
    }

    private static func ordinalOrDecade(
        _ figures: String, ending: String, in surroundings: Surroundings
    ) -> [String]? {
        guard let number = Int(figures) else { return nil }
        switch ending.lowercased() {
        case "st", "nd", "rd", "th": return NumberWords.ordinal(number)
        case "s", "'s":
            let isDecade =
                (1500...2090).contains(number) && number % 10 == 0
                || (20...90).contains(number) && number % 10 == 0 && surroundings.before.lowercased() == "the"
            guard isDecade, var words = Optional(NumberWords.year(number)), let last = words.popLast() else {
                return nil
            }
            return words + [last.hasSuffix("y") ? last.dropLast() + "ies" : last + "s"]
        default: return nil
        }
    }

    /// The words of figures with at most some points in them.
    private static func value(
        _ figures: String, isGrouped: Bool, isCounting: Bool, in surroundings: Surroundings
    ) -> [String] {
        let parts = figures.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count > 2 { return NumberWords.version(parts) }
        if parts.count == 2 {
            let isVersion = !isCounting && (surroundings.isAfterName || surroundings.isAlone)
            if isVersion, !parts[0].isEmpty { return NumberWords.version(parts) }
            let whole = parts[0].isEmpty ? [] : NumberWords.whole(parts[0])
            return whole + ["point"] + NumberWords.figures(parts[1])
        }
        guard let number = Int(figures), !isGrouped, figures.first != "0" else {
            return NumberWords.whole(figures)
        }
        let isCounted = isCounting || surroundings.isCounting || isPlural(surroundings.after)
        if (1700...2099).contains(number), !isCounted { return NumberWords.year(number) }
        // The answers of web servers: "four oh four".
        let isStatus = !isCounted || statusWords.contains(surroundings.after.lowercased())
        if (2...5).contains(number / 100), (1...9).contains(number % 100), isStatus {
            return [NumberNames.units[number / 100], "oh", NumberNames.units[number % 10]]
        }
        return NumberWords.cardinal(number)
    }

    private static let statusWords: Set<String> = ["errors", "responses", "codes", "statuses", "pages"]

    /// Whether a word looks like things that are counted.
    private static func isPlural(_ word: String) -> Bool {
        let word = word.lowercased()
        if word == "people" || SpokenUnits.scales.contains(word) { return true }
        return word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
            && !["this", "was", "does"].contains(word)
    }
}
