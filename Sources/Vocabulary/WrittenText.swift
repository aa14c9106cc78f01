public import Speech

/// Turns the words of a transcript into text as people write it: sentences, names and terms with their capitals, numbers
/// in figures.
///
/// ```swift
/// // "um we moved to my sequel it took two hundred milliseconds"
/// WrittenText(lexicon: lexicon).text(of: transcript.segments)
/// // "Um, we moved to MySQL. It took 200 milliseconds."
/// ```
///
/// Sentences end at pauses, sooner or later as the words on both sides tell (`SentenceBreaks`). The same words give the
/// same text, in a time that grows with their number.
public struct WrittenText: Sendable {
    /// What becomes of filled pauses ("um").
    public enum Fillers: Sendable {
        /// They stay, between commas.
        case kept
        /// They are left out.
        case leftOut
    }

    /// What becomes of words that were probably heard only because they were expected (`Word.isUncertain`).
    public enum Uncertain: Sendable {
        /// They stand as `[word?]`.
        case marked
        /// They stand as the others.
        case plain
        /// They are left out.
        case leftOut
    }

    private let terms: TermMatcher
    private let fillers: Fillers
    private let uncertain: Uncertain

    /// Writes with the terms of a lexicon.
    public init(lexicon: Lexicon, fillers: Fillers = .kept, uncertain: Uncertain = .marked) {
        terms = TermMatcher(lexicon: lexicon)
        self.fillers = fillers
        self.uncertain = uncertain
    }

    /// The text of a transcript.
    public func text(of segments: [Transcript.Segment]) -> String { Self.joined(tokens(of: segments)) }

    /// The pieces of a transcript's text in the order of time; `words` counts over all segments.
    public func tokens(of segments: [Transcript.Segment]) -> [WrittenToken] {
        tokens(of: segments.flatMap(\.words))
    }

    /// The pieces of the text of words in the order of time.
    public func tokens(of words: [Word]) -> [WrittenToken] {
        let said = words.enumerated().filter { isKept($0.element) }.map {
            SaidWord($0.element, place: $0.offset)
        }
        let pieces = PieceWriter(words: said, terms: terms).pieces()
        let marks = SentenceBreaks.marks(after: pieces)
        var tokens: [WrittenToken] = []
        var isStart = true
        for (piece, mark) in zip(pieces, marks) {
            var text = isStart ? Self.capitalised(piece.text) : piece.text
            if uncertain == .marked, piece.isUncertain { text = "[\(text)?]" }
            tokens.append(
                WrittenToken(
                    text: text + mark.rawValue, words: piece.words, time: piece.time,
                    endsSentence: mark == .stop))
            isStart = mark == .stop
        }
        return tokens
    }

    /// The text of pieces, or of some of them such as a subtitle's: one space between each two.
    public static func joined(_ tokens: some Sequence<WrittenToken>) -> String {
        tokens.map(\.text).joined(separator: " ")
    }

    private func isKept(_ word: Word) -> Bool {
        if word.text.allSatisfy(\.isWhitespace) { return false }
        if fillers == .leftOut, word.isFilledPause { return false }
        return !(uncertain == .leftOut && word.isUncertain)
    }

    /// A first word has a capital unless it is a name that has others inside ("iOS", "gRPC").
    private static func capitalised(_ text: String) -> String {
        let isOwnForm = text.dropFirst().contains { !($0.isLowercase || "'- ".contains($0)) }
        guard let first = text.first, first.isLowercase, !isOwnForm else { return text }
        return first.uppercased() + text.dropFirst()
    }
}
