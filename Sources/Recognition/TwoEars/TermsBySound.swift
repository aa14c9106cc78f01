import Speech

/// Terms that an answer is expected to hold, found again where an ear wrote other words that sound like them: "core
/// routines" for "coroutines".
struct TermsBySound: Sendable {
    /// A term and the ways it is said.
    struct Term: Sendable, Hashable {
        /// Its words, as a recogniser writes them.
        var words: [String]
        var pronunciations: [Pronunciation]
    }

    /// The terms that may come back.
    private let terms: [Term]
    /// All words that are terms: none of them is taken for another one.
    private let known: @Sendable (String) -> Bool

    /// Words sound like a term up to this difference for each of its phones. Of 745 terms that were not said in 50 spoken answers,
    /// none comes back so (`Docs/Benchmarks.md`).
    private static let mostDifference = 0.15
    /// Shorter terms sound like too many words.
    private static let leastPhones = 4
    /// A term is heard as so many words at most.
    private static let mostWords = 3

    /// Looks for `terms`, but not in words that are `known` terms themselves.
    init(_ terms: [Term], known: @escaping @Sendable (String) -> Bool) {
        self.terms = terms
        self.known = known
    }

    /// Whether there is nothing to look for.
    var isEmpty: Bool { terms.isEmpty }

    /// A term in the place of words that sound like it.
    private struct Find {
        var place: Range<Int>
        var term: Term
        var difference: Double
    }

    /// The words with the terms that they sound like in their place, the likest first.
    ///
    /// - Parameter pronunciations: The ways to say each word; none where that is not known.
    func restored(_ words: [Word], pronunciations: [[Pronunciation]]) -> [Word] {
        var finds: [Find] = []
        for find in all(words.map(\.text), pronunciations).sorted(by: { $0.difference < $1.difference })
        where !finds.contains(where: { $0.place.overlaps(find.place) }) {
            finds.append(find)
        }
        var restored = words
        for find in finds.sorted(by: { $0.place.lowerBound > $1.place.lowerBound }) {
            restored.replaceSubrange(find.place, with: Self.words(of: find.term, for: words[find.place]))
        }
        return restored
    }

    private func all(_ words: [String], _ pronunciations: [[Pronunciation]]) -> [Find] {
        words.indices.flatMap { start in
            (1...Self.mostWords).flatMap { count -> [Find] in
                let place = start..<start + count
                guard place.upperBound <= words.count, !place.contains(where: { known(words[$0]) }) else {
                    return []
                }
                let ways = AlignmentLexicon.joined(Array(pronunciations[place]))
                guard !ways.isEmpty else { return [] }
                return terms.compactMap { term in
                    guard !Self.holds(words[place], term.words) else { return nil }
                    let difference = Self.difference(of: ways, to: term)
                    return difference <= Self.mostDifference
                        ? Find(place: place, term: term, difference: difference) : nil
                }
            }
        }
    }

    /// Whether the term stands in the words already, or in another of its forms: "retry" is "retries" in the sound as well.
    private static func holds(_ words: ArraySlice<String>, _ term: [String]) -> Bool {
        if words.indices.contains(where: { words[$0...].starts(with: term) }) { return true }
        let (written, other) = (words.joined(), term.joined())
        return zip(written, other).prefix { $0 == $1 }.count >= min(written.count, other.count) - 1
    }

    /// How unlike the term the words sound, for each of its phones, said as much like it as can be.
    private static func difference(of ways: [Pronunciation], to term: Term) -> Double {
        var least = Double.infinity
        for pronunciation in term.pronunciations where pronunciation.phones.count >= leastPhones {
            let most = mostDifference * Double(pronunciation.phones.count)
            for way in ways where abs(way.phones.count - pronunciation.phones.count) <= Int(most / 0.5) {
                least = min(
                    least, way.difference(to: pronunciation.phones) / Double(pronunciation.phones.count))
            }
        }
        return least
    }

    /// The term's words in the time of those that were written, as sure as the least sure of them.
    private static func words(of term: Term, for written: ArraySlice<Word>) -> [Word] {
        let confidence = written.compactMap(\.confidence).min()
        guard let from = written.first?.time.startSeconds, let to = written.last?.time.endSeconds else {
            return []
        }
        let step = (to - from) / Double(max(1, term.words.count))
        return term.words.enumerated().map { number, text in
            Word(
                text: text,
                time: TimeRange(
                    startSeconds: from + Double(number) * step, endSeconds: from + Double(number + 1) * step),
                confidence: confidence, isUncertain: written.contains(where: \.isUncertain))
        }
    }
}
