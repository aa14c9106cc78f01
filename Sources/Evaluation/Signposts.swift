/// The words by which a speaker shows where a thought goes: an order, a reason, an example, a contrast, an end.
enum Signposts {
    /// How many of the five sorts an answer has, of the five; an answer of one sentence cannot have many.
    static func share(in answer: AnswerText) -> Double {
        let count = sorts.count { sort in sort.contains { answer.contains($0) } }
        return Curve.ramp(Double(count), zero: 0, one: 4)
    }

    /// Whether the answer gives an example.
    static func hasExample(_ answer: AnswerText) -> Bool { examples.contains { answer.contains($0) } }

    private static let examples = split([
        "for example", "for instance", "such as", "say a", "an example", "in my last", "in one", "once i",
        "once we",
        "like when", "like a", "like the", "imagine",
    ])
    private static let sorts = [
        split([
            "first", "firstly", "second", "secondly", "third", "then", "next", "after that", "before that",
            "to begin with", "to start with", "one is", "the other is", "at the same time",
        ]),
        split([
            "because", "so that", "since", "therefore", "that is why", "the reason", "which means",
            "that means", "so",
        ]),
        examples,
        split([
            "but", "however", "although", "though", "on the other hand", "instead", "unless", "even if",
            "rather",
        ]),
        split([
            "finally", "in the end", "in short", "to sum up", "overall", "at the end", "as a result",
            "afterwards",
            "last", "lastly", "since then", "above all", "so in", "only then",
        ]),
    ]

    private static func split(_ phrases: [String]) -> [[String]] {
        phrases.map { $0.split(separator: " ").map(String.init) }
    }
}
