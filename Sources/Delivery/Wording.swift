/// How counts read in a sentence.
enum Wording {
    /// A number of things at the start of a sentence: "One pause", "Three pauses", "12 pauses".
    static func count(_ number: Int, _ singular: String, _ plural: String) -> String {
        let names = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]
        let text = names.indices.contains(number) ? names[number] : String(number)
        return "\(text) \(number == 1 ? singular : plural)"
    }

    /// The three most frequent texts with their counts: "um 4 times, you know".
    static func mostFrequent(_ texts: [String]) -> String {
        let counts = Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return ranked.prefix(3).map { $0.value > 1 ? "\($0.key) \($0.value) times" : $0.key }.joined(
            separator: ", ")
    }
}
