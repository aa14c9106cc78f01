import Language

/// Finds the vague claims of an answer: by patterns of general word classes, where nothing in the sentence and the ones beside it
/// carries them. What is found is meant to be asked about, so it is precise rather than wide (`Docs/Scoring.md`).
enum VagueClaims {
    /// At most so many are found; more are not asked about.
    static let most = 5
    /// Longer quotations are not kept in mind when heard; in words.
    private static let mostQuoted = 12
    /// A word that was heard with less confidence is not put into somebody's mouth.
    private static let leastConfidence = 0.5
    /// Where sentences are not known, so many tokens before and after a claim may carry it.
    private static let reachBefore = 15
    private static let reachAfter = 25

    /// The claims in the order of the answer.
    static func found(in answer: AnswerText) -> [VagueClaim] {
        let sentences = answer.tokenSentences
        var claims: [VagueClaim] = []
        for (index, sentence) in sentences.enumerated() where claims.count < most {
            var start = sentence.lowerBound
            while start < sentence.upperBound, claims.count < most {
                guard let (entry, range) = match(in: answer, sentence, from: start) else { break }
                start = range.upperBound
                guard !isDenied(range, in: sentence, of: answer),
                    !isSaidByOthers(range, in: sentence, of: answer),
                    entry.sort != .success || !isTurned(range, sentences: sentences, index, answer),
                    !isCarried(range, entry, sentences: sentences, index, answer),
                    let claim = quotation(of: range, entry.sort, in: sentence, of: answer)
                else { continue }
                claims.append(claim)
                break
            }
        }
        return claims
    }

    /// The first pattern in a sentence from a place on.
    private static func match(
        in answer: AnswerText, _ sentence: Range<Int>, from start: Int
    ) -> (VaguePatterns.Entry, Range<Int>)? {
        let texts = answer.tokens[sentence].map(\.text)
        for place in start..<sentence.upperBound {
            let entries = VaguePatterns.byFirstWord[answer.tokens[place].text] ?? []
            let ends = entries.compactMap { entry -> (entry: VaguePatterns.Entry, end: Int)? in
                guard let end = entry.pattern.end(in: texts, from: place - sentence.lowerBound) else {
                    return nil
                }
                let after = sentence.lowerBound + end
                if entry.endsClause, !isEnd(after, of: sentence, in: answer) { return nil }
                return (entry, after)
            }
            if let best = ends.max(by: { $0.end < $1.end }) { return (best.entry, place..<best.end) }
        }
        return nil
    }

    /// Whether a clause ends before a token: the sentence does, there is a mark, or another clause begins.
    private static func isEnd(_ place: Int, of sentence: Range<Int>, in answer: AnswerText) -> Bool {
        guard place < sentence.upperBound else { return true }
        let before = answer.words[answer.tokens[place - 1].words.upperBound - 1].text
        if let last = before.last, ",.;:!?\u{2013}\u{2014}".contains(last) { return true }
        return closers.contains(answer.tokens[place].text)
    }

    /// Whether a claim is denied, wished for or only thought of, or is about what was there before or about a difference between
    /// two things.
    private static func isDenied(_ range: Range<Int>, in sentence: Range<Int>, of answer: AnswerText) -> Bool
    {
        let texts = answer.tokens[sentence.lowerBound..<sentence.upperBound]
        let near = texts[max(sentence.lowerBound, range.lowerBound - 3)..<range.upperBound]
        if near.contains(where: { denials.contains($0.text) }) { return true }
        if range.upperBound < sentence.upperBound, texts[range.upperBound].text == "between",
            texts[range.upperBound - 1].text == "difference"
        {
            return true
        }
        // "The old system was good": only before a noun of the claim's own.
        guard !subjects.contains(texts[range.lowerBound].text) else { return false }
        return texts[max(sentence.lowerBound, range.lowerBound - 2)..<range.lowerBound]
            .contains { formers.contains($0.text) }
    }

    /// Whether somebody else is said to have said or thought it: "my boss told me that it was great".
    private static func isSaidByOthers(
        _ range: Range<Int>, in sentence: Range<Int>, of answer: AnswerText
    ) -> Bool {
        let before = max(sentence.lowerBound, range.lowerBound - 4)..<range.lowerBound
        guard let verb = before.last(where: { sayings.contains(answer.tokens[$0].text) }) else {
            return false
        }
        let who = answer.tokens[max(sentence.lowerBound, verb - 3)..<verb].map(\.text)
        // "I was told" is said by others too.
        return !who.contains { ["i", "we"].contains($0) }
            || who.last.map { ["was", "were"].contains($0) } ?? false
    }

    /// Whether what went well is only said before what did not: "it went well, but the vendor went bankrupt".
    private static func isTurned(
        _ range: Range<Int>, sentences: [Range<Int>], _ index: Int, _ answer: AnswerText
    ) -> Bool {
        let rest = range.upperBound..<min(sentences[index].upperBound, range.upperBound + reachAfter)
        if answer.tokens[rest].contains(where: { turns.contains($0.text) }) { return true }
        guard rest.upperBound == sentences[index].upperBound, index + 1 < sentences.count else {
            return false
        }
        return turns.contains(answer.tokens[sentences[index + 1].lowerBound].text)
    }

    /// Whether something in the sentence or near it carries a claim.
    private static func isCarried(
        _ range: Range<Int>, _ entry: VaguePatterns.Entry, sentences: [Range<Int>], _ index: Int,
        _ answer: AnswerText
    ) -> Bool {
        let concrete = Concreteness(answer, claim: entry.sort, particularWords: entry.carriedBy)
        let whole = sentences[index]
        let own =
            whole.count <= AnswerText.longestSentence
            ? whole
            : max(
                whole.lowerBound, range.lowerBound - reachBefore)..<min(
                    whole.upperBound, range.upperBound + reachAfter)
        guard concrete.signs(in: own, without: range).isEmpty else { return true }
        // A number may stand within the pattern's gaps: "made it 40 percent faster".
        if range.contains(where: concrete.isFigure) { return true }
        if own.upperBound == whole.upperBound, index + 1 < sentences.count,
            !concrete.signs(in: sentences[index + 1]).isEmpty
        {
            return true
        }
        guard own.lowerBound == whole.lowerBound, index > 0 else { return false }
        let before = concrete.signs(in: sentences[index - 1])
        return [.figure, .example, .deed, .particulars].contains { before[$0] != nil }
    }

    /// The claim's own words, from the beginning of its clause on; `nil` when they cannot be said back.
    private static func quotation(
        of range: Range<Int>, _ sort: VagueClaim.Sort, in sentence: Range<Int>, of answer: AnswerText
    ) -> VagueClaim? {
        var first = range.lowerBound
        if !subjects.contains(answer.tokens[first].text) {
            let near = max(sentence.lowerBound, first - 4)..<first
            first = near.last { subjects.contains(answer.tokens[$0].text) } ?? near.lowerBound
            while first < range.lowerBound, openers.contains(answer.tokens[first].text) { first += 1 }
        }
        let tokens = answer.tokens[first..<endOfQuotation(of: range, in: sentence, of: answer)]
        guard let begin = tokens.first?.words.lowerBound, let end = tokens.last?.words.upperBound else {
            return nil
        }
        let words = answer.words[begin..<end].filter { word in
            !StopWords.isHesitation(word.text.lowercased().filter(\.isLetter))
        }
        guard words.count <= mostQuoted, words.allSatisfy({ ($0.confidence ?? 1) >= leastConfidence }) else {
            return nil
        }
        let plain = words.map { $0.text.filter { !",.;:!?\"()\u{201C}\u{201D}".contains($0) } }
        guard plain.allSatisfy({ $0.count <= 25 && $0.allSatisfy(isSpoken) }) else { return nil }
        let text = plain.filter { !$0.isEmpty }.map(Self.written).joined(separator: " ")
        return VagueClaim(
            sort: sort,
            evidence: Evidence(text: lowered(text), timeSeconds: answer.words[begin].timeSeconds),
            words: begin..<end)
    }

    /// Where the words that still belong to a claim end: "it significantly improved" is said of something.
    private static func endOfQuotation(
        of range: Range<Int>, in sentence: Range<Int>, of answer: AnswerText
    ) -> Int {
        var end = range.upperBound
        while end < range.upperBound + 4, !isEnd(end, of: sentence, in: answer),
            !prepositions.contains(answer.tokens[end].text)
        {
            end += 1
        }
        return end
    }

    private static func isSpoken(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber) || "'\u{2019}-".contains(character)
    }

    /// A recogniser's "i" as people write it.
    private static func written(_ word: String) -> String {
        word == "i" || word.hasPrefix("i'") ? word.prefix(1).uppercased() + word.dropFirst() : word
    }

    /// The words as they stand within a sentence.
    private static func lowered(_ text: String) -> String {
        let first = text.prefix { $0 != " " }
        let isI = first == "I" || first.hasPrefix("I'") || first.hasPrefix("I\u{2019}")
        return isI ? text : text.prefix(1).lowercased() + text.dropFirst()
    }

    private static let subjects: Set<String> = [
        "i", "we", "it", "this", "that", "they", "the", "our", "my", "everything", "things", "he", "she", "a",
    ]
    private static let prepositions: Set<String> = [
        "of", "for", "in", "with", "to", "at", "on", "by", "from", "into", "about", "over", "as", "which",
        "who", "that",
        "while", "after", "before", "during", "is", "was", "are", "were",
    ]
    private static let openers: Set<String> = [
        "and", "but", "so", "then", "because", "which", "basically", "well",
    ]
    private static let denials: Set<String> = [
        "not", "never", "no", "nobody", "nothing", "if", "whether", "unless", "could", "should", "might",
        "may", "want",
        "wanted", "hope", "hoped", "until", "how", "what", "why", "when", "seldom", "rarely", "hardly",
    ]
    /// What is said of something that was there before.
    private static let formers: Set<String> = [
        "old", "previous", "former", "earlier", "existing", "original", "initial", "current",
    ]
    /// Verbs by which somebody says or thinks something.
    private static let sayings: Set<String> = [
        "said", "says", "told", "tells", "thought", "thinks", "believed", "believes", "wrote", "found",
        "felt",
        "mentioned", "agreed", "claimed", "claims", "reported", "confirmed", "promised",
    ]
    /// Words after which something else is said.
    private static let turns: Set<String> = ["but", "however", "although", "though", "except"]
    private static let closers: Set<String> = [
        "and", "but", "so", "or", "then", "also", "too", "overall", "afterwards", "anyway", "basically",
        "really",
        "quickly", "successfully", "actually", "i", "we", "it", "everyone", "everybody", "they", "yeah",
        "now",
    ]
}
