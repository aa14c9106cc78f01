import Speech

/// A text as the engine gets it, with the words in it and their places.
struct SourceText {
    /// A word: what stands between spaces and markup.
    struct Token: Equatable {
        /// The word without punctuation at its ends, entities resolved.
        var text: String
        /// Where it stands in the source, in Unicode scalars.
        var range: Range<Int>
    }

    /// The text with a space for each control character: the engine reads some as commands, and a zero as the end.
    let text: String
    let tokens: [Token]

    /// Prepares a text.
    ///
    /// - Throws: `SynthesisError.emptyText` when there is nothing to say, `.engineFailed` when SSML is malformed.
    init(_ source: String, markup: SpeakingStyle.Markup) throws(SynthesisError) {
        let scalars = source.unicodeScalars.map { Self.isCommand($0) ? " " : $0 }
        text = String(String.UnicodeScalarView(scalars))
        let pieces: [Piece]
        switch markup {
        case .plain: pieces = scalars.enumerated().map { Piece(scalar: $1, range: $0..<$0 + 1) }
        case .ssml:
            do throws(MarkupReader.Malformed) {
                var reader = MarkupReader(scalars)
                pieces = try reader.read()
            } catch {
                throw .engineFailed(
                    engine: "The SSML reader",
                    reason: "\(error.reason) at character \(error.place + 1) of the text")
            }
        }
        tokens = Self.tokens(pieces)
        guard !tokens.isEmpty else { throw .emptyText }
    }

    /// A character of the spoken text and where it comes from; `nil` for markup, which parts words.
    struct Piece {
        var scalar: Unicode.Scalar?
        var range: Range<Int>
    }

    private static func tokens(_ pieces: [Piece]) -> [Token] {
        let words = pieces.split { piece in piece.scalar.map(\.properties.isWhitespace) ?? true }
        return words.compactMap { word in
            guard let first = word.firstIndex(where: { isSpoken($0.scalar) }),
                let last = word.lastIndex(where: { isSpoken($0.scalar) })
            else { return nil }
            let spoken = word[first...last].compactMap(\.scalar)
            return Token(
                text: String(String.UnicodeScalarView(spoken)),
                range: word[word.startIndex].range.lowerBound..<word[word.endIndex - 1].range.upperBound)
        }
    }

    private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }

    /// Whether a character is said aloud: letters, digits, symbols, not punctuation.
    private static func isSpoken(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator,
            .control,
            .format, .surrogate, .privateUse, .unassigned, .nonspacingMark, .enclosingMark:
            false
        default: true
        }
    }
}
