import Language

/// Words of an answer that read as if they were meant for the judge. A small list of patterns that name a judge, a rubric or a score: such words
/// are left out of what is judged, and are no proof of anything.
package enum InjectedInstruction {
    /// The first such words; `nil` when there are none.
    package static func find(in text: String) -> String? {
        let tokens = Tokenizer.tokens(in: text)
        return places(in: tokens.map(\.text), known: []).first.map {
            tokens[$0].map(\.text).joined(separator: " ")
        }
    }

    /// An answer without the sentences that hold such words, and the first of the words; `nil` when there are none.
    ///
    /// Where a sentence has no end, as in speech that was heard without any, the words themselves and some after them go.
    ///
    /// - Parameter known: words of the question and its rubric in lower case: a question about instructions to a model is answered in such words.
    package static func removed(
        from answer: JudgedAnswer, known: @autoclosure () -> Set<String>
    ) -> (answer: JudgedAnswer, quote: String)? {
        guard find(in: answer.text) != nil else { return nil }
        let known = known()
        return answer.hearing.source == .typed
            ? removed(fromTyped: answer, known: known) : removed(fromSpoken: answer, known: known)
    }

    /// The same, with the words of a rubric known.
    package static func removed(
        from answer: JudgedAnswer, against rubric: Rubric
    ) -> (answer: JudgedAnswer, quote: String)? {
        removed(from: answer, known: RubricWords.texts(of: rubric, terms: SpokenTerms()))
    }

    /// A sentence with more words is cut as speech without sentences is.
    private static let longestSentence = 40
    /// So many words after such words go with them in speech.
    private static let wordsAfter = 8

    private static func removed(
        fromTyped answer: JudgedAnswer, known: Set<String>
    ) -> (answer: JudgedAnswer, quote: String)? {
        let tokens = Tokenizer.tokens(in: answer.text)
        let places = places(in: tokens.map(\.text), known: known)
        guard let first = places.first else { return nil }
        let sentences = Sentences.split(answer.text).map(\.characters)
        var cut: [Range<Int>] = []
        // Places, sentences and tokens are in order, so each is gone through once.
        var (sentence, token) = (0, 0)
        for place in places {
            let words =
                tokens[place.lowerBound].characters
                .lowerBound..<tokens[place.upperBound - 1].characters
                .upperBound
            while sentence < sentences.count, sentences[sentence].upperBound <= words.lowerBound {
                sentence += 1
            }
            var end = words.upperBound
            var last = sentence
            while last < sentences.count, sentences[last].lowerBound < words.upperBound {
                end = max(end, sentences[last].upperBound)
                last += 1
            }
            let start =
                sentence < last ? min(sentences[sentence].lowerBound, words.lowerBound) : words.lowerBound
            while token < tokens.count, tokens[token].characters.lowerBound < start { token += 1 }
            let beyond = token + longestSentence
            if beyond >= tokens.count || tokens[beyond].characters.lowerBound >= end {
                cut.append(start..<end)
            } else {
                let last = min(place.upperBound + wordsAfter, tokens.count) - 1
                cut.append(words.lowerBound..<tokens[last].characters.upperBound)
            }
        }
        var characters: [Character] = []
        var next = 0
        for (place, character) in answer.text.enumerated() {
            while next < cut.count, cut[next].upperBound <= place { next += 1 }
            if next == cut.count || place < cut[next].lowerBound { characters.append(character) }
        }
        let rest = JudgedAnswer(typed: String(characters), durationSeconds: answer.durationSeconds)
        return (rest, tokens[first].map(\.text).joined(separator: " "))
    }

    private static func removed(
        fromSpoken answer: JudgedAnswer, known: Set<String>
    ) -> (answer: JudgedAnswer, quote: String)? {
        let tokens = Tokenizer.tokens(inWords: answer.words.map(\.text))
        let places = places(in: tokens.map(\.text), known: known)
        guard let first = places.first else { return nil }
        var isCut = [Bool](repeating: false, count: answer.words.count)
        for place in places {
            let start = tokens[place.lowerBound].words.lowerBound
            let end = tokens[place.upperBound - 1].words.upperBound + wordsAfter
            for word in start..<min(end, isCut.count) { isCut[word] = true }
        }
        var rest = answer
        rest.words = zip(answer.words, isCut).filter { !$0.1 }.map(\.0)
        rest.text = rest.words.map(\.text).joined(separator: " ")
        return (rest, tokens[first].map(\.text).joined(separator: " "))
    }

    /// Where such words stand, in one pass, one after the other.
    private static func places(in texts: [String], known: Set<String>) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var start = 0
        while start < texts.count {
            let ends = byFirstWord[texts[start], default: []].compactMap { pattern -> Int? in
                guard let end = end(of: pattern, in: texts, from: start) else { return nil }
                let subject = texts[start..<end].filter { subjects.contains($0) }
                return subject.contains(where: known.contains) ? nil : end
            }
            if let end = ends.max() {
                places.append(start..<end)
                start = end
            } else {
                start += 1
            }
        }
        return places
    }

    /// What such words are about; where the question is about it too, they prove nothing.
    private static let subjects: Set<String> = [
        "instructions", "prompt", "rubric", "judge", "grader", "evaluator", "examiner", "marks", "grading",
    ]

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
        "ignore/disregard/forget/override * previous/prior/above/earlier/your/these/those instructions/prompt/guidelines",
        "ignore/disregard/forget/override * instructions/rubric/grading",
        "you are * judge/grader/evaluator/examiner", "act as * judge/grader/evaluator/examiner",
        "give/award/grant me/us * 100/hundred/full/maximum/perfect/top/highest",
        "give/award/grant me/us * score/marks/points/grade",
        "give/award/grant/assign this answer * 100/hundred/full/maximum/perfect/score/marks",
        "score/rate/grade/mark this/my answer", "score/rate/grade/mark me * 100/hundred/full/perfect",
        "give full/maximum/perfect/top marks/score/points",
        "deserve/deserves/earned/want * full/maximum/perfect/top marks/score/points/grade",
        "as * judge/grader/evaluator/examiner you must/should/will",
        "as * judge/grader/evaluator/examiner i confirm/declare/certify",
        "dear judge/grader/evaluator/examiner",
        "all * key points * covered/made/met", "all points count as",
        "covers/cover every/all key point/points",
        "set/make overall/completeness/relevance * 100/hundred/full",
        "overall/completeness/relevance 100 * 100", "candidate has answered * perfectly/correctly/completely",
        "disregard/forget/ignore what you were told",
    ].map { pattern in
        pattern.split(separator: " ").map { $0.split(separator: "/").map(String.init) }[...]
    }
    private static let byFirstWord = Dictionary(
        grouping: patterns.flatMap { pattern in (pattern.first ?? []).map { (word: $0, pattern: pattern) } },
        by: \.word
    ).mapValues { $0.map(\.pattern) }
}
