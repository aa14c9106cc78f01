import Language

extension Term {
    /// The terms of a text that say something about a subject, in their order, each stem once.
    static func content(of text: String, terms: SpokenTerms) -> [Term] {
        var seen: Set<String> = []
        return terms.tokens(in: text)
            .filter { !StopWords.isEmpty($0.text) }
            .map { Term($0.text) }
            .filter { seen.insert($0.stem).inserted }
    }
}
