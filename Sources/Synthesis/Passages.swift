/// A long text cut into passages short enough to be spoken one by one, so that a book needs little memory.
///
/// ```swift
/// for passage in Passages(of: book) { play(try await synthesizer.speak(passage, style: style)) }
/// ```
///
/// Each cut is at the last end of a paragraph before the limit, else of a sentence, else at a space, else at the limit.
/// Nothing but the white space around a cut is lost. The passages are made one at a time. For plain text: a cut would
/// part the elements of SSML.
public struct Passages: Sequence, IteratorProtocol, Sendable {
    private let limit: Int
    private var rest: Substring

    /// Passages of at most `limit` Unicode scalars, at least 1.
    public init(of text: String, limit: Int = EspeakSynthesizer.limitCharacters) {
        precondition(limit > 0, "a passage needs room for a character")
        self.limit = limit
        rest = text[...]
    }

    /// The next passage; nil at the end of the text.
    public mutating func next() -> String? {
        rest = rest.drop(while: \.isWhitespace)
        guard !rest.isEmpty else { return nil }
        let scalars = rest.unicodeScalars
        guard let limited = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
            limited < scalars.endIndex
        else {
            defer { rest = "" }
            return trimmed(rest)
        }
        let end = cut(before: limited)
        defer { rest = rest[end...] }
        return trimmed(rest[..<end])
    }

    /// The best place to cut, after the start and at most at `limited`.
    private func cut(before limited: String.Index) -> String.Index {
        // A character of several scalars is not torn apart, unless it alone is longer than the limit.
        var whole = limited
        while whole > rest.startIndex, whole.samePosition(in: rest.base) == nil {
            whole = rest.unicodeScalars.index(before: whole)
        }
        let window = rest[..<(whole > rest.startIndex ? whole : limited)]
        var (sentence, space): (String.Index?, String.Index?) = (nil, nil)
        var index = window.endIndex
        while index > window.startIndex {
            let before = window.index(before: index)
            let follows = index < rest.endIndex ? rest[index] : " "
            if window[before].isNewline, before > window.startIndex,
                window[window.index(before: before)].isNewline
            {
                return index
            }
            if sentence == nil, ".!?…。！？".contains(window[before]), follows.isWhitespace { sentence = index }
            if space == nil, follows.isWhitespace { space = index }
            index = before
        }
        return sentence ?? space ?? window.endIndex
    }

    private func trimmed(_ text: Substring) -> String {
        var text = text
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
