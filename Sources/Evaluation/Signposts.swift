/// The words by which a speaker shows where a thought goes: an order, a reason, an example, a contrast, an end.
enum Signposts {
    /// How many of the five sorts an answer has, of the five; an answer of one sentence cannot have many.
    static func share(in answer: AnswerText) -> Double {
        let count = sorts.values.count { sort in sort.contains { answer.contains($0) } }
        return Curve.ramp(Double(count), zero: 0, one: 4)
    }

    /// Where the first signpost of each kind stands, in tokens. "Last" is none to show: mostly it is a last job or year.
    static func first(in answer: AnswerText) -> [Signpost.Kind: Range<Int>] {
        sorts.compactMapValues { phrases in
            phrases.filter { $0 != ["last"] }.compactMap { phrase in
                answer.place(of: phrase).map { $0..<$0 + phrase.count }
            }
            .min { ($0.lowerBound, $1.count) < ($1.lowerBound, $0.count) }
        }
    }

    /// Where the answer is closed: the last words in its last two fifths that sum up or say what came of it. "Last" or
    /// "afterwards" alone close nothing.
    static func conclusion(in answer: AnswerText) -> Range<Int>? {
        let start = answer.tokens.count * 3 / 5
        return
            closings
            .flatMap { phrase in
                answer.places(of: phrase).filter { $0 >= start }.map { $0..<$0 + phrase.count }
            }
            .max { ($0.lowerBound, $0.count) < ($1.lowerBound, $1.count) }
    }

    private static let examples = split([
        "for example", "for instance", "such as", "say a", "an example", "in my last", "in one", "once i",
        "once we",
        "like when", "like a", "like the", "imagine",
    ])
    private static let closings = split([
        "finally", "in the end", "in short", "to sum up", "overall", "at the end", "as a result", "lastly",
        "since then", "above all", "in conclusion", "to conclude", "all in all", "i learned", "i learnt",
        "we learned", "taught me", "the lesson", "the result", "the outcome", "that is why", "ever since",
        "from then on",
    ])
    private static let sorts: [Signpost.Kind: [[String]]] = [
        .order: split([
            "first", "firstly", "second", "secondly", "third", "then", "next", "after that", "before that",
            "to begin with", "to start with", "one is", "the other is", "at the same time",
        ]),
        .reason: split([
            "because", "so that", "since", "therefore", "that is why", "the reason", "which means",
            "that means", "so",
        ]),
        .example: examples,
        .contrast: split([
            "but", "however", "although", "though", "on the other hand", "instead", "unless", "even if",
            "rather",
        ]),
        .end: split([
            "finally", "in the end", "in short", "to sum up", "overall", "at the end", "as a result",
            "afterwards",
            "last", "lastly", "since then", "above all", "so in", "only then",
        ]),
    ]

    private static func split(_ phrases: [String]) -> [[String]] {
        phrases.map { $0.split(separator: " ").map(String.init) }
    }
}
