public import Speech

/// How words that were heard become text that people read.
public struct Wording: Sendable {
    /// A piece of text that stands between two blanks, and the words it was made of.
    public struct Piece: Sendable, Hashable {
        /// The text, punctuation included.
        public var text: String
        /// The words it stands for, counted over the whole transcript.
        public var words: Range<Int>

        /// A piece that stands for `words`.
        public init(text: String, words: Range<Int>) {
            self.text = text
            self.words = words
        }
    }

    private let write: @Sendable ([Transcript.Segment]) -> [Piece]

    /// A wording by `write`, which gets the utterances of a recording and returns pieces in their order; the words of
    /// a piece follow those of the piece before it.
    public init(_ write: @escaping @Sendable ([Transcript.Segment]) -> [Piece]) {
        self.write = write
    }

    /// Each word as it was heard, one a piece; an uncertain one is marked: `[word?]`.
    public static let asHeard = Wording { segments in
        segments.flatMap(\.words).enumerated().map { index, word in
            Piece(text: word.isUncertain ? "[\(word.text)?]" : word.text, words: index..<index + 1)
        }
    }

    /// Sentences, terms and figures as people write them.
    public init(_ writing: WrittenText) {
        write = { segments in
            writing.tokens(of: segments).map { Piece(text: $0.text, words: $0.words) }
        }
    }

    /// The pieces of a transcript.
    public func pieces(of segments: [Transcript.Segment]) -> [Piece] { write(segments) }
}
