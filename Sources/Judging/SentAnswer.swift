import Evaluation
import Language

/// An answer as a model gets it, in which its quotations are looked up.
struct SentAnswer: Sendable {
    /// The longest text that is sent, in characters: some 2000 words, or a quarter of an hour of speech.
    static let limitCharacters = 12_000

    /// What came of looking for a quotation.
    enum Quotation: Sendable, Hashable {
        /// It stands there, with the words of the answer.
        case found(Evidence)
        /// It has no word with content of its own, so that it proves nothing.
        case empty
        /// The answer does not have it.
        case absent
    }

    /// The longest quotation that is shown, in words.
    private static let limitQuoteWords = 40

    /// What is sent.
    let text: String
    /// Whether the answer goes on after it.
    let isCut: Bool
    /// Whether a recogniser wrote it down.
    let isSpoken: Bool
    private let words: [HeardWord]
    private let tokens: [Token]

    init(_ answer: JudgedAnswer) {
        isSpoken = answer.hearing.source == .spoken
        let written = answer.text.split(whereSeparator: \.isWhitespace).map(String.init)
        // The text may have punctuation and the words times: where they are the same words, both are kept.
        let all =
            written.count == answer.words.count
            ? zip(written, answer.words).map { HeardWord(text: $0, timeSeconds: $1.timeSeconds) }
            : answer.words.isEmpty ? written.map { HeardWord(text: $0) } : answer.words
        var words: [HeardWord] = []
        var room = Self.limitCharacters
        for word in all {
            var word = word
            if words.isEmpty { word.text = String(word.text.prefix(Self.limitCharacters)) }
            room -= word.text.count + 1
            guard room >= -1 else { break }
            words.append(word)
        }
        self.words = words
        isCut = words.count < all.count || words.first?.text != all.first?.text
        text = words.map(\.text).joined(separator: " ")
        tokens = Tokenizer.tokens(inWords: words.map(\.text)).filter { !StopWords.isHesitation($0.text) }
    }

    /// Whether there is no word in it.
    var isEmpty: Bool { tokens.isEmpty }
    /// How many words are sent.
    var wordCount: Int { words.count }

    /// Looks for a quotation, without regard to case, punctuation and hesitations. An ellipsis stands for words
    /// left out.
    func find(_ quote: String) -> Quotation {
        let parts = quote.replacing("...", with: "…").split(separator: "…").map { part in
            Tokenizer.tokens(in: String(part)).map(\.text).filter { !StopWords.isHesitation($0) }
        }.filter { !$0.isEmpty }
        guard parts.contains(where: { $0.contains { !StopWords.contains($0) } }) else { return .empty }
        var places: [Range<Int>] = []
        for part in parts {
            guard let start = place(of: part, from: places.last?.upperBound ?? 0) else { return .absent }
            places.append(start..<start + part.count)
        }
        return .found(evidence(places))
    }

    private func place(of part: [String], from start: Int) -> Int? {
        guard tokens.count - start >= part.count else { return nil }
        return (start...(tokens.count - part.count)).first { place in
            part.indices.allSatisfy { tokens[place + $0].text == part[$0] }
        }
    }

    private func evidence(_ places: [Range<Int>]) -> Evidence {
        let ranges = places.compactMap { place -> Range<Int>? in
            guard let first = tokens[place].first, let last = tokens[place].last else { return nil }
            return first.words.lowerBound..<max(last.words.upperBound, first.words.upperBound)
        }
        var texts: [String] = []
        for range in ranges {
            if !texts.isEmpty { texts.append("…") }
            texts += words[range].map(\.text)
        }
        if texts.count > Self.limitQuoteWords { texts = texts.prefix(Self.limitQuoteWords) + ["…"] }
        return Evidence(
            text: texts.joined(separator: " "),
            timeSeconds: ranges.first.flatMap { words[$0.lowerBound].timeSeconds })
    }
}
