/// Says numbers in the words of American English, without "and".
///
/// ```swift
/// NumberWords.cardinal(1_234)      // one thousand two hundred thirty four
/// NumberWords.year(2019)           // twenty nineteen
/// NumberWords.ordinal(21)          // twenty first
/// ```
public enum NumberWords {
    /// The words of a whole number. From a quadrillion on, whose names nobody uses, the figures are said one by one.
    public static func cardinal(_ number: Int) -> [String] {
        let size = number.magnitude
        let sign = number < 0 ? ["minus"] : []
        guard size < 1_000_000_000_000_000 else { return sign + figures(String(size)) }
        guard size > 0 else { return [NumberNames.units[0]] }
        var words: [String] = []
        var rest = Int(size)
        for scale in NumberNames.scales {
            let count = rest / scale.value
            if count > 0 { words += belowThousand(count) + [scale.name] }
            rest %= scale.value
        }
        return sign + words + belowThousand(rest)
    }

    /// The words of the place in an order: "first", "twenty first", "one hundredth".
    public static func ordinal(_ number: Int) -> [String] {
        var words = cardinal(number)
        guard let last = words.popLast() else { return [] }
        return words + [ordinalOfLast(last)]
    }

    /// A year as it is said: in two halves ("nineteen ninety nine", "nineteen oh five", "nineteen hundred"), but the
    /// first ten years of a millennium, and years without four figures, as a whole number.
    public static func year(_ year: Int) -> [String] {
        let (century, rest) = year.quotientAndRemainder(dividingBy: 100)
        guard (1000...9999).contains(year), century % 10 != 0 || rest >= 10 else { return cardinal(year) }
        switch rest {
        case 0: return cardinal(century) + ["hundred"]
        case 1...9: return cardinal(century) + ["oh", NumberNames.units[rest]]
        default: return cardinal(century) + cardinal(rest)
        }
    }

    /// A number with figures behind the point, these said one by one: "three point one four".
    public static func decimal(whole: Int, fraction: some StringProtocol) -> [String] {
        cardinal(whole) + ["point"] + figures(fraction)
    }

    /// A version, its parts said as numbers: `["3", "11"]` is "three point eleven".
    public static func version(_ parts: [some StringProtocol]) -> [String] {
        Array(parts.map { whole($0) }.joined(separator: ["point"]))
    }

    /// A whole number written in figures; one with a leading zero, or too long to have a name, figure by figure.
    public static func whole(_ figures: some StringProtocol) -> [String] {
        if figures.count > 1, figures.first == "0" { return self.figures(figures) }
        guard let number = Int(figures) else { return self.figures(figures) }
        return cardinal(number)
    }

    /// Figures said one by one; characters that are none are left out.
    public static func figures(_ figures: some StringProtocol) -> [String] {
        figures.compactMap { $0.wholeNumberValue }.filter { $0 < 10 }.map { NumberNames.units[$0] }
    }

    private static func belowThousand(_ number: Int) -> [String] {
        let (hundreds, rest) = number.quotientAndRemainder(dividingBy: 100)
        var words = hundreds > 0 ? [NumberNames.units[hundreds], "hundred"] : []
        if rest >= 20 {
            words.append(NumberNames.tens[rest / 10])
            if rest % 10 > 0 { words.append(NumberNames.units[rest % 10]) }
        } else if rest > 0 {
            words.append(NumberNames.units[rest])
        }
        return words
    }

    private static func ordinalOfLast(_ word: String) -> String {
        if let irregular = NumberNames.irregularOrdinals[word] { return irregular }
        return word.hasSuffix("y") ? word.dropLast() + "ieth" : word + "th"
    }
}
