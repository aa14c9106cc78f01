import SQL

/// A text that was found.
public struct SearchHit: Sendable, Hashable, Codable {
    /// A piece of a text.
    public struct Piece: Sendable, Hashable, Codable {
        /// The words.
        public var text: String
        /// Whether they are what was looked for.
        public var isMatch: Bool
    }

    /// What it belongs to.
    public var subject: SearchSubject
    /// For a question or a resume its number, for a turn its number in the interview, 1 for the first; for a message
    /// its number.
    public var number: Int64
    /// The number of the interview; `nil` for what belongs to none.
    public var interview: Int64?
    /// Some of the text around what was found, in order.
    public var pieces: [Piece]
    /// How well it fits; more is better. Scores of two searches cannot be compared.
    public var score: Double

    /// What stands before and behind a word that was found: characters that no text needs.
    static let marks = (start: "\u{2}", end: "\u{3}")

    /// The pieces of a text with marks.
    static func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        var isMatch = false
        var piece = ""
        func end() {
            if !piece.isEmpty { pieces.append(Piece(text: piece, isMatch: isMatch)) }
            piece = ""
        }
        for character in text {
            switch String(character) {
            case marks.start:
                end()
                isMatch = true
            case marks.end:
                end()
                isMatch = false
            default: piece.append(character)
            }
        }
        end()
        return pieces
    }
}
