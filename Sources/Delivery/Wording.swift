import Speech

/// How counts and places read in a sentence.
enum Wording {
    private static let names = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]

    /// A number in a sentence: "three", "12".
    static func number(_ number: Int) -> String {
        names.indices.contains(number) ? names[number] : String(number)
    }

    /// A text that begins a sentence.
    static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// A number of things at the start of a sentence: "One pause", "Three pauses", "12 pauses", "About three pauses".
    static func count(_ number: Int, _ singular: String, _ plural: String, isAbout: Bool = false) -> String {
        sentence("\(isAbout ? "about " : "")\(Self.number(number)) \(number == 1 ? singular : plural)")
    }

    /// The three most frequent texts with their counts: "um 4 times, you know".
    static func mostFrequent(_ texts: [String]) -> String {
        let counts = Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return ranked.prefix(3).map { $0.value > 1 ? "\($0.key) \($0.value) times" : $0.key }.joined(
            separator: ", ")
    }

    /// The first three of some moments in the order of time: "at 0:12", "at 0:12 and 0:20", "at 0:12, 0:20, 0:31 and
    /// later".
    static func places(_ seconds: [Double]) -> String {
        let named = seconds.prefix(3).map { ClockTime($0).description }
        let all = seconds.count > named.count ? named + ["later"] : named
        guard let last = all.last else { return "" }
        return "at " + (all.count == 1 ? last : all.dropLast().joined(separator: ", ") + " and " + last)
    }
}
