import Language
import Speech

/// Finds phrases of three to five words that were said three times and more.
///
/// Of phrases that lie inside one another the longest counts; a shorter one is named as well when it was said three times
/// elsewhere. Phrases of function words alone ("one of the") are left out.
struct RepeatedPhraseFinder {
    /// How many words a phrase has.
    private static let lengths = 3...5
    /// How often it was said at least.
    private static let leastCount = 3

    /// Where a phrase begins.
    private struct Place {
        let stretch: Int
        let start: Int
    }

    private let stretches: [[SpokenSentence.Said]]
    private var isCovered: [[Bool]]

    /// A finder in stretches of words that a phrase does not reach across.
    init(_ stretches: [[SpokenSentence.Said]]) {
        self.stretches = stretches
        isCovered = stretches.map { Array(repeating: false, count: $0.count) }
    }

    /// The phrases, the most frequent first.
    static func phrases(in stretches: [[SpokenSentence.Said]]) -> [RepeatedPhrase] {
        var finder = Self(stretches)
        let found = lengths.reversed().flatMap { finder.phrases(ofLength: $0) }
        return found.sorted { ($1.count, first($0)) < ($0.count, first($1)) }
    }

    private static func first(_ phrase: RepeatedPhrase) -> Double { phrase.times.first?.startSeconds ?? 0 }

    private mutating func phrases(ofLength length: Int) -> [RepeatedPhrase] {
        var places: [String: [Place]] = [:]
        var order: [String] = []
        for (stretch, words) in stretches.enumerated() where words.count >= length {
            for start in 0...words.count - length {
                let said = words[start..<start + length].map(\.text)
                guard said.contains(where: Self.isContent) else { continue }
                let text = said.joined(separator: " ")
                if let last = places[text]?.last {
                    // Said again before it was over: "again and again and again".
                    if last.stretch == stretch, start < last.start + length { continue }
                } else {
                    order.append(text)
                }
                places[text, default: []].append(Place(stretch: stretch, start: start))
            }
        }
        let often = order.compactMap { text in
            places[text].flatMap { $0.count >= Self.leastCount ? (text: text, places: $0) : nil }
        }
        // Sorted by count alone and stably, so that of equals the first said comes first.
        let ranked = often.enumerated().sorted {
            ($1.element.places.count, $0.offset) < ($0.element.places.count, $1.offset)
        }
        return ranked.compactMap { phrase($0.element.text, at: $0.element.places, length) }
    }

    /// The phrase, when it was said often enough outside those found before.
    private mutating func phrase(_ text: String, at places: [Place], _ length: Int) -> RepeatedPhrase? {
        let free = places.filter { !isCovered[$0.stretch][$0.start..<$0.start + length].contains(true) }
        guard free.count >= Self.leastCount else { return nil }
        for place in free {
            for index in place.start..<place.start + length { isCovered[place.stretch][index] = true }
        }
        let times = places.map { place in
            SpokenSentence(words: Array(stretches[place.stretch][place.start..<place.start + length]))
                .phrase(0..<length).time
        }
        return RepeatedPhrase(text: text, times: times)
    }

    /// Whether a word says something: "don't" does not, "team's" does.
    private static func isContent(_ text: String) -> Bool {
        let isPossessive = text.hasSuffix("'s")
        guard isPossessive || !text.contains("'") else { return false }
        let stem = isPossessive ? String(text.dropLast(2)) : text
        return !StopWords.contains(stem) && !StopWords.isHesitation(stem)
    }
}
