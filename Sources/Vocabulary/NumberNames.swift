/// The words that numbers are made of.
enum NumberNames {
    /// Zero to nineteen.
    static let units = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    /// The tens; the first two have no name.
    static let tens = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
    /// The powers of a thousand, the greatest first.
    static let scales = [
        (name: "trillion", value: 1_000_000_000_000), (name: "billion", value: 1_000_000_000),
        (name: "million", value: 1_000_000), (name: "thousand", value: 1_000),
    ]
    /// The ordinals that do not simply end in "th".
    static let irregularOrdinals = [
        "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
        "nine": "ninth", "twelve": "twelfth",
    ]

    /// Zero to nineteen by their name.
    static let valueOfUnit = Dictionary(uniqueKeysWithValues: zip(units, 0...))
    /// Twenty, thirty ... ninety by their name.
    static let valueOfTens = Dictionary(
        uniqueKeysWithValues: zip(tens, 0...).dropFirst(2).map { ($0, $1 * 10) })
    /// A thousand and its powers by their name.
    static let valueOfScale = Dictionary(uniqueKeysWithValues: scales.map { ($0.name, $0.value) })
    /// First to twentieth, and the tens, by their name.
    static let valueOfOrdinal: [String: Int] = {
        let numbers = Array(1...19) + stride(from: 20, through: 90, by: 10)
        return Dictionary(uniqueKeysWithValues: numbers.map { (NumberWords.ordinal($0)[0], $0) })
    }()
}
