import Language

/// Words of an answer that read as if they were meant for the judge. A small list: it lowers what such an answer
/// can gain, and is no proof of anything.
enum InjectedInstruction {
    /// The first such words; `nil` when there are none.
    static func find(in text: String) -> String? {
        let tokens = Tokenizer.tokens(in: text)
        let texts = tokens.map(\.text)
        for start in texts.indices {
            for pattern in patterns {
                if let end = end(of: pattern, in: texts, from: start) {
                    return texts[start..<end].joined(separator: " ")
                }
            }
        }
        return nil
    }

    /// Where a pattern ends that begins at `start`; `*` is up to three words of any sort, `a/b` one of them.
    private static func end(of pattern: ArraySlice<[String]>, in texts: [String], from start: Int) -> Int? {
        guard let element = pattern.first else { return start }
        if element == ["*"] {
            for place in start...min(start + 3, texts.count) {
                if let end = end(of: pattern.dropFirst(), in: texts, from: place) { return end }
            }
            return nil
        }
        guard start < texts.count, element.contains(texts[start]) else { return nil }
        return end(of: pattern.dropFirst(), in: texts, from: start + 1)
    }

    private static let patterns: [ArraySlice<[String]>] = [
        "ignore/disregard/forget/override * instructions/rubric/prompt/guidelines",
        "ignore/disregard/forget/override the/all/your/these rules/criteria",
        "system prompt/message", "you are now", "act as * judge/grader/evaluator",
        "you are * judge/grader/evaluator/assistant/ai",
        "give/award/assign/grant me/us/this/it * 100/hundred/full/maximum/perfect/top/highest",
        "give/award/assign/grant me/us/this/it * score/marks/points/grade",
        "score/rate/grade/mark this/me/it * 100/hundred/full/perfect",
        "deserve/deserves/earned/want * full/maximum/perfect/top marks/score/points/grade",
        "as * judge/grader/evaluator you must/should/will", "dear judge/grader/evaluator",
        "new instructions", "respond/reply/answer/output only * json",
        "all * key points * covered/made/met",
    ].map { pattern in
        pattern.split(separator: " ").map { $0.split(separator: "/").map(String.init) }[...]
    }
}
