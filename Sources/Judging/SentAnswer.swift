import Evaluation
import Language

/// An answer as a model gets it, in which its quotations are looked up: without words that speak to the judge, and
/// as it was typed, with its lines.
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
        /// The answer has its words, but it is made of pieces that need not say what the answer says; why, as the end
        /// of a sentence.
        case patched(String)
    }

    /// The fewest words of each part of a quotation, where the answer has so many.
    static let shortestPart = 3
    /// The most words that an ellipsis may stand for.
    static let longestGap = 12

    /// The longest quotation that is shown, in words.
    private static let limitQuoteWords = 40

    /// What is sent.
    let text: String
    /// Whether the answer goes on after it.
    let isCut: Bool
    /// Whether a recogniser wrote it down.
    let isSpoken: Bool
    /// Whether words that speak to the judge were taken out.
    let wasInjected: Bool
    /// Whether the rest says nothing but that there is no answer.
    let isRefusal: Bool
    private let words: [HeardWord]
    private let tokens: [Token]

    /// - Parameter rubric: what the question is about; `nil` where that is not known.
    init(_ whole: JudgedAnswer, against rubric: Rubric? = nil) {
        let removed =
            rubric.map { InjectedInstruction.removed(from: whole, against: $0) }
            ?? InjectedInstruction.removed(from: whole, known: [])
        let answer = removed?.answer ?? whole
        wasInjected = removed != nil
        isRefusal = answer.isRefusal
        isSpoken = answer.hearing.source == .spoken
        if isSpoken || answer.text.isEmpty {
            (words, isCut) = Self.heard(answer)
            text = words.map(\.text).joined(separator: " ")
        } else {
            (text, isCut) = Self.typed(answer.text)
            words = text.split(whereSeparator: \.isWhitespace).map { HeardWord(text: String($0)) }
        }
        tokens = Tokenizer.tokens(inWords: words.map(\.text)).filter { !StopWords.isHesitation($0.text) }
    }

    /// The beginning of a typed text, to the end of a word.
    private static func typed(_ text: String) -> (text: String, isCut: Bool) {
        let start = text.drop(while: \.isWhitespace)
        var end =
            start.index(start.startIndex, offsetBy: limitCharacters, limitedBy: start.endIndex)
            ?? start.endIndex
        let isCut = start[end...].contains { !$0.isWhitespace }
        if isCut, !start[end].isWhitespace, let blank = start[..<end].lastIndex(where: \.isWhitespace) {
            end = blank
        }
        let last = start[..<end].lastIndex { !$0.isWhitespace }
        return (last.map { String(start[...$0]) } ?? "", isCut)
    }

    /// The first of the words that were heard.
    private static func heard(_ answer: JudgedAnswer) -> (words: [HeardWord], isCut: Bool) {
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
        return (words, words.count < all.count || words.first?.text != all.first?.text)
    }

    /// Whether there is no word in it.
    var isEmpty: Bool { tokens.isEmpty }
    /// How many words are sent.
    var wordCount: Int { words.count }

    /// Looks for a quotation, without regard to case, punctuation and hesitations. One ellipsis may stand for a few
    /// words left out, none of which denies; each part has some words, since single ones can be put together to say
    /// anything.
    ///
    /// - Parameter isWhole: whether no words may be left out.
    func find(_ quote: String, isWhole: Bool = false) -> Quotation {
        let parts = quote.replacing("...", with: "…").split(separator: "…").map { part in
            Tokenizer.tokens(in: String(part)).map(\.text).filter { !StopWords.isHesitation($0) }
        }.filter { !$0.isEmpty }
        guard parts.contains(where: { $0.contains { !StopWords.contains($0) } }) else { return .empty }
        var end = 0
        for part in parts {
            guard let place = places(of: part, from: end).first else { return .absent }
            end = place.upperBound
        }
        if isWhole, parts.count > 1 { return .patched("nothing may be left out of it") }
        guard parts.count <= 2 else {
            return .patched("words may be left out once, not \(parts.count - 1) times")
        }
        guard parts.allSatisfy({ $0.count >= min(Self.shortestPart, tokens.count) }) else {
            return .patched("each part of it must be \(Self.shortestPart) words or more in a row")
        }
        for first in places(of: parts[0], from: 0) {
            guard parts.count > 1 else { return .found(evidence([first])) }
            let second = places(of: parts[1], from: first.upperBound).first
            guard let second, second.lowerBound - first.upperBound <= Self.longestGap,
                !tokens[first.upperBound..<second.lowerBound].contains(where: { Negation.isOne($0.text) })
            else { continue }
            return .found(evidence([first, second]))
        }
        return .patched("at most \(Self.longestGap) words may be left out, and none such as \"not\"")
    }

    /// Where words stand in a row, in their order.
    private func places(of part: [String], from start: Int) -> [Range<Int>] {
        guard tokens.count - start >= part.count else { return [] }
        return (start...(tokens.count - part.count)).filter { place in
            part.indices.allSatisfy { tokens[place + $0].text == part[$0] }
        }.map { $0..<$0 + part.count }
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
