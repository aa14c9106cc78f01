/// How varied the words of an answer are: the moving-average type-token ratio (Covington & McFall 2010, "Cutting the Gordian
/// knot").
///
/// The share of different words falls with the length of a text, so it is taken in every window of as many words and averaged.
enum VocabularyRichness {
    /// How many words a window has.
    static let windowWords = 50

    /// The mean share of different words in all windows, over 0 to 1; `nil` for fewer words than a window has.
    static func ratio(of words: [String]) -> Double? {
        guard words.count >= windowWords else { return nil }
        var counts: [String: Int] = [:]
        var sum = 0
        for (place, word) in words.enumerated() {
            counts[word, default: 0] += 1
            if place >= windowWords {
                let left = words[place - windowWords]
                let count = (counts[left] ?? 1) - 1
                counts[left] = count > 0 ? count : nil
            }
            if place >= windowWords - 1 { sum += counts.count }
        }
        return Double(sum) / Double(windowWords) / Double(words.count - windowWords + 1)
    }
}
