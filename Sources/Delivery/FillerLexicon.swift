/// The English words and phrases that may be fillers.
enum FillerLexicon {
    /// A phrase that is a filler where it is set apart.
    struct Phrase: Sendable {
        /// Its words.
        let words: [String]
        /// Whether a pause must lie on both sides. One side is enough for a phrase that hardly ever ends a sentence;
        /// single words have too many other uses.
        let needsBothSides: Bool
        /// The words after which it is part of a sentence.
        let notAfter: Set<String>

        init(_ text: String, needsBothSides: Bool = false, notAfter: Set<String> = []) {
            words = text.split(separator: " ").map(String.init)
            self.needsBothSides = needsBothSides
            self.notAfter = notAfter
        }
    }

    /// Longer phrases first.
    static let lexical: [Phrase] = [
        Phrase("you know what i mean", notAfter: ["do", "if"]),
        Phrase(
            "you know", notAfter: ["do", "did", "if", "what", "as", "that", "how", "because", "when", "let"]),
        Phrase("y'know"),
        Phrase("i mean", notAfter: ["what", "do", "that"]),
        Phrase("sort of", notAfter: determiners),
        Phrase("kind of", notAfter: determiners),
        Phrase("like", needsBothSides: true),
        Phrase("basically", needsBothSides: true),
        Phrase("actually", needsBothSides: true),
        Phrase("literally", needsBothSides: true),
        Phrase("so", needsBothSides: true),
        Phrase("right", needsBothSides: true),
        Phrase("well", needsBothSides: true),
        Phrase("okay", needsBothSides: true),
    ]

    /// Softeners, longer ones first.
    static let hedges: [[String]] = [
        ["i", "would", "say"], ["i", "think"], ["i", "guess"], ["i", "suppose"], ["i'm", "not", "sure"],
        ["more", "or", "less"], ["maybe"], ["perhaps"], ["probably"], ["possibly"],
    ]

    private static let determiners: Set<String> = [
        "a", "an", "the", "this", "that", "these", "those", "what", "which", "some", "any", "every", "each",
        "another",
        "no", "same", "one", "different",
    ]
}
