/// Whether spoken words are new to what a model was told: a run of words that both share would be heard from memory.
struct HeldOutCheck {
    /// The words in a row that may not be shared.
    static let runLength = 5

    private let known: Set<[String]>

    /// What is known: texts, each of its own.
    init(known: [String]) {
        self.known = Set(known.flatMap { Self.runs(SpokenWords.words($0)) })
    }

    /// The runs of five words that stand both in the spoken text and in one of the known texts, each once.
    func sharedRuns(_ spoken: String) -> [String] {
        var seen: Set<[String]> = []
        return Self.runs(SpokenWords.words(spoken))
            .filter { known.contains($0) && seen.insert($0).inserted }.map { $0.joined(separator: " ") }
    }

    private static func runs(_ words: [String]) -> [[String]] {
        guard words.count >= runLength else { return [] }
        return (0...words.count - runLength).map { Array(words[$0..<$0 + runLength]) }
    }
}
