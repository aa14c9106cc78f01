import Language

/// Recognises that an answer says how its cost grows: "O(n log n)", "o of n", "quadratic", "constant time".
enum StatedComplexity {
    /// Where it is said first, in tokens; `nil` when it is not.
    static func place(in answer: AnswerText) -> Range<Int>? {
        let texts = answer.tokens.map(\.text)
        for place in texts.indices {
            if classes.contains(texts[place]) { return place..<place + 1 }
            for phrase in phrases where texts[place...].starts(with: phrase) {
                return place..<place + phrase.count
            }
            if texts[place] == "o", place + 1 < texts.count,
                arguments.contains(texts[place + 1])
                    || (texts[place + 1] == "of" && place + 2 < texts.count
                        && arguments.contains(texts[place + 2]))
            {
                return place..<place + 2
            }
        }
        return nil
    }

    private static let classes: Set<String> = [
        "quadratic", "logarithmic", "exponential", "linearithmic", "polynomial", "factorial",
    ]
    private static let arguments: Set<String> = [
        "n", "1", "one", "log", "m", "k", "v", "n2", "n3", "nlogn", "h", "v+e",
    ]
    private static let phrases = [
        "linear time", "constant time", "constant space", "linear space", "in linear", "log n", "n squared",
        "n log",
        "big o", "time complexity", "space complexity", "extra space", "two to the n", "runs in linear",
        "order n",
        "amortized", "amortised",
    ].map { $0.split(separator: " ").map(String.init) }
}
