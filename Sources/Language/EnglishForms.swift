/// Forms that only English has.
enum EnglishForms {
    /// Whether a word in lower case is a contraction or a possessive: "don't", "we've", "server's".
    static func isContraction(_ word: String) -> Bool {
        endings.contains { word.hasSuffix($0) } && !word.hasPrefix("'")
    }

    private static let endings = ["n't", "'s", "'re", "'ve", "'ll", "'d", "'m"]
}
