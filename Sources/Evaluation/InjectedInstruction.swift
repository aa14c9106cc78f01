import Language

/// Words of an answer that read as if they were meant for the judge. A small list: such words are left out of what is judged, and are no
/// proof of anything.
package enum InjectedInstruction {
    /// The first such words; `nil` when there are none.
    package static func find(in text: String) -> String? {
        let tokens = Tokenizer.tokens(in: text)
        return place(in: tokens.map(\.text)).map { tokens[$0].map(\.text).joined(separator: " ") }
    }

    /// An answer without the sentences that hold such words, and the first of the words; `nil` when there are none. Where speech was heard
    /// without sentences, some words after them go too. What is left of a typed answer keeps its lines.
    package static func removed(from answer: JudgedAnswer) -> (answer: JudgedAnswer, quote: String)? {
        var rest =
            answer.words.isEmpty ? JudgedAnswer(typed: answer.text).words : answer.words
        var pieces = pieces(of: answer.text)
        // Where the text has other words than those that were heard, the words count.
        let isAligned = pieces.count == rest.count
        var quote: String?
        while true {
            let tokens = Tokenizer.tokens(inWords: rest.map(\.text))
            guard let place = place(in: tokens.map(\.text)), let first = tokens[place].first,
                let last = tokens[place].last
            else { break }
            quote = quote ?? tokens[place].map(\.text).joined(separator: " ")
            let words = first.words.lowerBound..<last.words.upperBound
            let sentence = sentence(around: words, in: rest.map(\.text))
            rest.removeSubrange(sentence)
            if isAligned { pieces.removeSubrange(sentence) }
        }
        guard let quote else { return nil }
        var answer = answer
        answer.words = rest
        answer.text =
            isAligned
            ? String(pieces.joined().drop(while: \.isWhitespace))
            : rest.map(\.text).joined(separator: " ")
        return (answer, quote)
    }

    /// The words of a text, each with the white space before it.
    private static func pieces(of text: String) -> [Substring] {
        var start = text.startIndex
        return text.split(whereSeparator: \.isWhitespace).map { word in
            defer { start = word.endIndex }
            return text[start..<word.endIndex]
        }
    }

    /// A sentence has so many words at most before and after such words; without its ends, so many of speech.
    private static let longestWay = (sentence: 25, speech: 8)

    private static func sentence(around words: Range<Int>, in texts: [String]) -> Range<Int> {
        func ends(_ place: Int) -> Bool { texts[place].last.map { ".!?".contains($0) } ?? false }
        let before = max(0, words.lowerBound - longestWay.sentence)..<words.lowerBound
        let start =
            before.last(where: ends).map { $0 + 1 }
            ?? (before.lowerBound == 0 && texts.contains { $0.hasSuffix(".") } ? 0 : words.lowerBound)
        let after = (words.upperBound - 1)..<min(texts.count, words.upperBound + longestWay.sentence)
        let end =
            after.first(where: ends).map { $0 + 1 } ?? min(texts.count, words.upperBound + longestWay.speech)
        return start..<end
    }

    private static func place(in texts: [String]) -> Range<Int>? {
        for start in texts.indices {
            for pattern in patterns {
                if let end = end(of: pattern, in: texts, from: start) { return start..<end }
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
        "all * key points * covered/made/met", "all * points count as",
        "covers/cover/makes every/all key point/points",
        "set/make overall/score/completeness/relevance * 100/hundred/full",
        "overall/completeness/relevance/score 100/hundred * 100/hundred",
        "candidate has answered * perfectly/correctly/completely",
        "examiner/judge/grader/evaluator i confirm/declare/certify", "rate my answer",
        "what you were told before",
    ].map { pattern in
        pattern.split(separator: " ").map { $0.split(separator: "/").map(String.init) }[...]
    }
}
