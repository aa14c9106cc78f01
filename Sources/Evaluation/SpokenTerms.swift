import Language
import Vocabulary

/// Cuts texts into tokens in which a term is the word it is written as, in whatever way it was said: "rabbit m q" is
/// `rabbitmq`.
///
/// The lexicon knows the ways its terms are said; `SpokenForms` adds what no lexicon can say. Question, key points and
/// answer are cut in the same way, so that they meet whichever side spells a term out.
struct SpokenTerms: Sendable {
    private let terms: TermMatcher

    /// Knows the terms of a lexicon.
    init(lexicon: Lexicon = Lexicon()) { terms = TermMatcher(lexicon: lexicon) }

    /// The tokens of a text.
    func tokens(in text: String) -> [Token] { written(Tokenizer.tokens(in: text)) }

    /// The tokens of words that are already apart; they count the given words.
    func tokens(inWords words: [String]) -> [Token] { written(Tokenizer.tokens(inWords: words)) }

    private func written(_ tokens: [Token]) -> [Token] {
        let texts = tokens.map(\.text)
        var written: [Token] = []
        var place = 0
        while place < tokens.count {
            let (text, length) = terms.match(texts[place...], in: texts) ?? (texts[place], 1)
            written += Self.tokens(of: text, for: tokens[place..<place + length])
            place += length
        }
        return SpokenForms.written(written)
    }

    /// The tokens of a term as it is written ("CI/CD" has two), each with the place of all that it was said in.
    private static func tokens(of term: String, for said: ArraySlice<Token>) -> [Token] {
        guard let first = said.first, let last = said.last, said.count > 1 || term.lowercased() != first.text
        else { return Array(said) }
        return Tokenizer.tokens(in: term).map {
            Token(
                text: $0.text, characters: first.characters.lowerBound..<last.characters.upperBound,
                words: first.words.lowerBound..<last.words.upperBound)
        }
    }
}
