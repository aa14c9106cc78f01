/// Cuts a written text into sentences.
public enum Sentences {
    /// One sentence of a text.
    public struct Sentence: Sendable, Hashable {
        /// The sentence without the white space around it.
        public var text: String
        /// Where it stands in the text, counted in characters from 0.
        public var characters: Range<Int>
    }

    /// The sentences of a text in their order.
    ///
    /// One ends at `.`, `!` or `?` before white space or the end, or at a line break. A dot inside a name or a figure
    /// and one after a common abbreviation do not end it. Text without punctuation is one sentence.
    public static func split(_ text: String) -> [Sentence] {
        let characters = Array(text)
        var sentences: [Sentence] = []
        var start = 0
        for place in characters.indices where isEnd(place, in: characters) {
            let end = endOfClosing(after: place, in: characters)
            append(start..<end, of: characters, to: &sentences)
            start = end
        }
        append(start..<characters.count, of: characters, to: &sentences)
        return sentences
    }

    private static func append(
        _ range: Range<Int>, of characters: [Character], to sentences: inout [Sentence]
    ) {
        let kept = range.filter { !characters[$0].isWhitespace }
        guard let first = kept.first, let last = kept.last else { return }
        let text = String(characters[first...last])
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
            if let previous = sentences.indices.last { sentences[previous].text += text }
            return
        }
        sentences.append(Sentence(text: text, characters: first..<last + 1))
    }

    private static func isEnd(_ place: Int, in characters: [Character]) -> Bool {
        let character = characters[place]
        if character.isNewline { return true }
        guard character == "." || character == "!" || character == "?" else { return false }
        let next = endOfClosing(after: place, in: characters)
        guard next == characters.count || characters[next].isWhitespace else { return false }
        return character != "." || !isAbbreviation(endingAt: place, in: characters)
    }

    /// The place after the quotation marks and brackets that close behind a mark.
    private static func endOfClosing(after place: Int, in characters: [Character]) -> Int {
        var end = place + 1
        while end < characters.count, "\"')\u{2019}\u{201D}".contains(characters[end]) { end += 1 }
        return end
    }

    private static func isAbbreviation(endingAt place: Int, in characters: [Character]) -> Bool {
        var start = place
        while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
        let word = String(characters[start..<place]).lowercased().filter { $0.isLetter || $0 == "." }
        return abbreviations.contains(word)
    }

    private static let abbreviations: Set<String> = [
        "e.g", "i.e", "vs", "mr", "mrs", "ms", "dr", "prof", "approx", "cf",
    ]
}
