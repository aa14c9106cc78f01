/// Finds the terms of a lexicon among heard words, whether a recogniser showed their token or other words that sound
/// like them.
public struct TermMatcher: Sendable {
    private struct Phrase {
        var said: [String]
        var written: String
    }

    private let lexicon: Lexicon
    /// The ways of several words, and of one other than the token, by their first word; the longest first.
    private let phrases: [String: [Phrase]]

    /// Finds the terms of a lexicon.
    public init(lexicon: Lexicon) {
        self.lexicon = lexicon
        var phrases: [String: [Phrase]] = [:]
        // In the order of tokens, so that of two terms that sound alike the same one wins every time.
        for entry in lexicon.entries.values.sorted(by: { $0.token < $1.token }) {
            for said in entry.said where said != [entry.token] {
                guard let first = said.first, said.count > 1 || first.count > 1 else { continue }
                phrases[first, default: []].append(Phrase(said: said, written: entry.written))
            }
        }
        self.phrases = phrases.mapValues { phrases in
            phrases.enumerated().sorted {
                ($1.element.said.count, $0.offset) < ($0.element.said.count, $1.offset)
            }.map(\.element)
        }
    }

    /// The term that the first words of a stretch are, the longest there is, and how many they are. `words` are all
    /// words, for those that surround it.
    public func match(_ stretch: ArraySlice<String>, in words: [String]) -> (text: String, length: Int)? {
        guard let first = stretch.first else { return nil }
        for phrase in phrases[first] ?? [] {
            guard let ending = ending(of: stretch, as: phrase.said) else { continue }
            let place = stretch.startIndex..<stretch.startIndex + phrase.said.count
            if OrdinaryWords.isTerm(place, in: words) { return (phrase.written + ending, place.count) }
        }
        let place = stretch.startIndex..<stretch.startIndex + 1
        guard let entry = lexicon.entry(for: first), OrdinaryWords.isTerm(place, in: words) else {
            return nil
        }
        return (entry.written, 1)
    }

    /// What follows the term when the stretch begins with the words of a way: nothing, or the ending of a possessive;
    /// `nil` when it begins otherwise.
    private func ending(of stretch: ArraySlice<String>, as said: [String]) -> String? {
        guard stretch.count >= said.count, let last = said.last else { return nil }
        let heard = stretch.prefix(said.count)
        guard heard.dropLast().elementsEqual(said.dropLast()), let end = heard.last else { return nil }
        if end == last { return "" }
        return end == last + "'s" ? "'s" : nil
    }
}
