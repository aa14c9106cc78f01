/// Whether spoken words are new to what a model was told: a run of words that both share would be heard from memory.
enum HeldOutCheck {
    /// The words in a row that may not be shared.
    static let runLength = 5

    /// The runs of five words that stand both in the spoken text and in one of the known texts, each once.
    static func sharedRuns(spoken: String, known: [String]) -> [String] {
        let knownRuns = Set(known.flatMap { runs(SpokenWords.words($0)) })
        var seen: Set<[String]> = []
        return runs(SpokenWords.words(spoken))
            .filter { knownRuns.contains($0) && seen.insert($0).inserted }.map { $0.joined(separator: " ") }
    }

    private static func runs(_ words: [String]) -> [[String]] {
        guard words.count >= runLength else { return [] }
        return (0...words.count - runLength).map { Array(words[$0..<$0 + runLength]) }
    }
}
