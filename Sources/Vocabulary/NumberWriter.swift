/// Writes numbers in figures where a reader expects them: ten and above, years, decimals, and smaller ones with a unit,
/// a percent sign or a currency.
enum NumberWriter {
    /// The number that the first words of a stretch say, with its percent sign or currency, and how many words that are;
    /// `nil` when there is none or it stays in words.
    static func write(_ words: ArraySlice<String>, before: String?) -> (text: String, length: Int)? {
        if words.prefix(3).elementsEqual(["twenty", "four", "seven"]), !isUnit(words.dropFirst(3).first) {
            return ("24/7", 3)
        }
        if words.prefix(2).elementsEqual(["eighty", "eighty"]) { return ("8080", 2) }
        guard let number = SpokenNumber.read(words) else { return nil }
        let rest = words.dropFirst(number.length)
        switch number.kind {
        case .figures(let figures): return (figures, number.length)
        case .year(let year):
            // "Twenty twenty people" are two numbers, of which nobody knows how they belong together.
            let isNumbers = isCounted(rest.first)
            return (
                isNumbers ? words.prefix(number.length).joined(separator: " ") : String(year), number.length
            )
        case .ordinal(let place): return ordinal(place, number.length, of: words)
        case .decimal(let text):
            // "At one point five of us left" is no number.
            if before == "at", words.first == "one" { return nil }
            return counted(text, isPlain: true, number.length, rest)
        case .scaled(let figures, let scale):
            if let money = currency(of: rest.first, isOne: false) {
                return (money + figures + " " + scale, number.length + 1)
            }
            return (figures + " " + scale, number.length)
        case .cardinal(let value): return cardinal(value, number.length, rest, before: before)
        }
    }

    private static func cardinal(
        _ value: Int, _ length: Int, _ rest: ArraySlice<String>, before: String?
    ) -> (text: String, length: Int)? {
        let isDate = before.map(beforeYears.contains) ?? false
        let isPlain = isDate && (2000...2099).contains(value) && !isCounted(rest.first)
        let text = isPlain || before == "port" ? String(value) : grouped(value)
        if let counted = counted(text, isPlain: value >= 10, length, rest) { return counted }
        // "One second" is a moment more often than a measure.
        let isMeasured =
            rest.first.map { exactUnits.contains($0) || value > 1 && units.contains($0) } ?? false
        let isLabelled = before.map { $0 == "version" || value > 1 && labels.contains($0) } ?? false
        return isMeasured || isLabelled ? (text, length) : nil
    }

    /// A number with the percent sign or the currency that follows it; without one only when it is written in figures
    /// by itself.
    private static func counted(
        _ text: String, isPlain: Bool, _ length: Int, _ rest: ArraySlice<String>
    ) -> (text: String, length: Int)? {
        if rest.first == "percent" { return (text + "%", length + 1) }
        if rest.first == "per", rest.dropFirst().first == "cent" { return (text + "%", length + 2) }
        if let money = currency(of: rest.first, isOne: text == "1") { return (money + text, length + 1) }
        return isPlain ? (text, length) : nil
    }

    /// "Twenty first" in figures. "Thirty second" is 30 seconds' more often than a place, so the last word stays.
    private static func ordinal(
        _ place: Int, _ length: Int, of words: ArraySlice<String>
    ) -> (text: String, length: Int)? {
        guard place >= 10 else { return nil }
        if place % 10 == 2, words.dropFirst(length - 1).first == "second" {
            let next = words.dropFirst(length).first
            guard next == "of" || next == "century" else { return (grouped(place - 2), length - 1) }
        }
        let endings = [1: "st", 2: "nd", 3: "rd"]
        let ending = (11...13).contains(place % 100) ? "th" : endings[place % 10] ?? "th"
        return (grouped(place) + ending, length)
    }

    private static func currency(of word: String?, isOne: Bool) -> String? {
        switch word {
        case isOne ? "dollar" : "dollars": "$"
        case isOne ? "euro" : "euros": "€"
        default: nil
        }
    }

    /// Figures with commas between the thousands.
    private static func grouped(_ number: Int) -> String {
        let figures = Array(String(number))
        var text = ""
        for (index, figure) in figures.enumerated() {
            if index > 0, (figures.count - index) % 3 == 0 { text.append(",") }
            text.append(figure)
        }
        return text
    }

    // MARK: What is counted

    private static func isUnit(_ word: String?) -> Bool {
        word.map { exactUnits.contains($0) || units.contains($0) || NumberNames.valueOfUnit[$0] != nil }
            ?? false
    }

    private static func isCounted(_ word: String?) -> Bool {
        guard let word else { return false }
        let isPlural =
            word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") && !notPlural.contains(word)
        return isPlural || isUnit(word) || ["people", "percent", "per"].contains(word)
    }

    private static let notPlural: Set<String> = [
        "this", "was", "does", "that's", "it's", "always", "perhaps",
    ]
    private static let beforeYears: Set<String> = [
        "in", "since", "until", "by", "from", "before", "after", "during",
    ]
    /// Words behind which a number is a name.
    private static let labels: Set<String> = ["port", "layer", "tier", "level", "phase", "http"]

    /// Units of everyday talk, before which "one" stays a word.
    private static let units: Set<String> = [
        "second", "seconds", "minute", "minutes", "hour", "hours", "degrees", "miles", "meters", "kilometers",
        "kilograms", "pounds",
    ]
    private static let exactUnits: Set<String> = {
        let stems = [
            "millisecond", "microsecond", "nanosecond", "byte", "kilobyte", "megabyte", "gigabyte",
            "terabyte",
            "petabyte", "kilobit", "megabit", "gigabit", "pixel", "millimeter", "centimeter",
        ]
        return Set(stems + stems.map { $0 + "s" } + ["hertz", "kilohertz", "megahertz", "gigahertz"])
    }()
}
