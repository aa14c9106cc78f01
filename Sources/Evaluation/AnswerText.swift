import Language

/// An answer cut into terms, with the way back to its words.
struct AnswerText: Sendable {
    let words: [HeardWord]
    /// The tokens without hesitations.
    let tokens: [Token]
    /// The term of each token.
    let terms: [Term]
    /// The sentences, where the text has punctuation.
    let sentences: [Sentences.Sentence]
    /// The words of each sentence, in order; none where the text and the words do not go together.
    let sentenceWords: [Range<Int>]
    /// How its tokens were cut, and those of what it is compared with are to be.
    let spokenTerms: SpokenTerms

    init(_ answer: JudgedAnswer, terms spokenTerms: SpokenTerms = SpokenTerms()) {
        let words =
            answer.words.isEmpty
            ? answer.text.split(whereSeparator: \.isWhitespace).map { HeardWord(text: String($0)) }
            : answer.words
        let tokens = spokenTerms.tokens(inWords: words.map(\.text))
            .filter { !StopWords.isHesitation($0.text) }
        self.spokenTerms = spokenTerms
        self.words = words
        self.tokens = tokens
        self.terms = tokens.map { Term($0.text) }
        self.sentences = Sentences.split(
            answer.text.isEmpty ? words.map(\.text).joined(separator: " ") : answer.text)
        self.sentenceWords = Self.words(of: sentences, among: words.count)
    }

    /// The words as one text.
    var text: String { words.map(\.text).joined(separator: " ") }

    /// How long it is for chance to have its part, 0...1: in up to 15 different words with content few are like others by chance, in
    /// 60 and more some word is like any other.
    var length: Double { Curve.ramp(differentWords, zero: 15, one: 60) }

    /// How many different words with content it has.
    var differentWords: Double { Double(Set(contentTerms).count) }

    /// The terms that say something about a subject.
    var contentTerms: [Term] { terms.filter { !StopWords.isEmpty($0.text) } }

    /// The words behind a stretch of tokens. A very short stretch gets two words of its surroundings on each side,
    /// so that a reader recognises the place.
    func evidence(tokens range: Range<Int>) -> Evidence? {
        guard let first = tokens[range].first, let last = tokens[range].last else { return nil }
        var quoted = first.words.lowerBound..<last.words.upperBound
        if quoted.count < 5 {
            quoted = max(0, quoted.lowerBound - 2)..<min(words.count, quoted.upperBound + 2)
        }
        return quotation(of: quoted)
    }

    /// Some words as they are quoted. Marks around code say nothing.
    func quotation(of quoted: Range<Int>) -> Evidence {
        Evidence(
            text: words[quoted].map(\.text).filter { !$0.hasPrefix(JudgedAnswer.codeFence) }
                .joined(separator: " "), timeSeconds: words[quoted.lowerBound].timeSeconds)
    }

    /// The tokens of the words that stand at these characters of `text`; `nil` when none does.
    func tokens(at characters: Range<Int>) -> Range<Int>? {
        var start = 0
        var first: Int?
        var last = 0
        for (place, word) in words.enumerated() where start < characters.upperBound {
            let end = start + word.text.count
            if end > characters.lowerBound {
                first = first ?? place
                last = place
            }
            start = end + 1
        }
        guard let first else { return nil }
        let found = tokens.indices.filter { tokens[$0].words.overlaps(first..<last + 1) }
        return found.first.flatMap { begin in found.last.map { begin..<$0 + 1 } }
    }

    /// Whether the tokens contain these texts in a row, from `start` on.
    func contains(_ phrase: [String], from start: Int = 0) -> Bool { place(of: phrase, from: start) != nil }

    /// Where these texts stand in a row for the first time, from `start` on.
    func place(of phrase: [String], from start: Int = 0) -> Int? {
        guard !phrase.isEmpty, tokens.count - start >= phrase.count else { return nil }
        return (start...(tokens.count - phrase.count)).first { place in
            phrase.indices.allSatisfy { tokens[place + $0].text == phrase[$0] }
        }
    }

    /// All places at which these texts stand in a row.
    func places(of phrase: [String]) -> [Int] {
        var places: [Int] = []
        while let place = place(of: phrase, from: places.last.map { $0 + 1 } ?? 0) { places.append(place) }
        return places
    }
}
