/// A word of a text, or a piece of a word that the encoder does not know as a whole, or a sign.
public struct EncodedToken: Sendable, Hashable {
    /// The piece as the encoder writes it, in lower case and without accents.
    public var text: String
    /// The characters of the text it comes from, counted from 0 as `Token.characters` is.
    public var characters: Range<Int>
    /// Whether it goes on with the word of the token before. A word is a token that does not, and all that follow and do.
    public var isContinuation: Bool

    /// A piece at a place of a text.
    public init(text: String, characters: Range<Int>, isContinuation: Bool) {
        self.text = text
        self.characters = characters
        self.isContinuation = isContinuation
    }
}
