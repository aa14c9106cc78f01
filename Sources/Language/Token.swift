/// One unit of a text that is compared with others: a word in lower case, a number or a name such as `c++`.
public struct Token: Sendable, Hashable {
    /// The unit in lower case.
    public var text: String
    /// Where it stands in the text, counted in characters from 0.
    public var characters: Range<Int>
    /// The words of the text it comes from, counted from 0; words are what white space separates.
    public var words: Range<Int>

    /// A unit at a place of a text.
    public init(text: String, characters: Range<Int>, words: Range<Int>) {
        self.text = text
        self.characters = characters
        self.words = words
    }
}
