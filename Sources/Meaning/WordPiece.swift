/// A token of a text: a word that the vocabulary has, or a piece of one.
struct WordPiece: Sendable, Hashable {
    /// Its number in the vocabulary.
    var id: Int
    /// The characters of the text it comes from, counted from 0.
    var characters: Range<Int>
    /// Whether it goes on with the word of the piece before.
    var isContinuation: Bool
}
