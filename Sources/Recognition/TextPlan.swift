import Speech

/// A known text made ready to be laid onto a recording: how its words are said, and which of them each utterance may
/// hold. `TextAligner` makes it.
public struct TextPlan: Sendable {
    /// The words of the text.
    public let text: [String]
    /// The words that are in no dictionary and that no pronouncer could say, by their places: they are found only as
    /// unknown speech between their neighbours.
    public var unpronounceable: [Int] {
        lexicon.pronunciations.indices.filter { lexicon.pronunciations[$0].isEmpty }
    }

    let lexicon: AlignmentLexicon
    let pieces: [TextPlacement.Piece]
    /// How many words in a row an utterance may lack between those that it has.
    var longestSkip = Int.max

    /// The grammar of the words that an utterance may hold.
    func grammar(_ piece: TextPlacement.Piece, weights: WordGrammar.Weights) -> WordGrammar {
        let places = piece.words.filter { !lexicon.pronunciations[$0].isEmpty }
        return WordGrammar(
            words: places.map(AlignmentLexicon.token),
            leading: places.count { $0 < piece.words.lowerBound + piece.leading },
            trailing: places.count { $0 >= piece.words.upperBound - piece.trailing },
            fillers: AlignmentLexicon.fillers.map(\.token), phones: AlignmentLexicon.phones,
            longestSkip: longestSkip, weights: weights)
    }
}
