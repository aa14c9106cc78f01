import Speech

/// Finds the fillers among the words of an answer.
///
/// A filled pause is one by its sound. A phrase such as "you know" is a filler only where a pause, a filled pause or the edge
/// of the answer sets it apart, and not after a word that makes it part of a sentence ("do you know", "a kind of"); one
/// that trails off ("or something") has it behind. Hedges are hedges anywhere.
struct FillerFinder: Sendable {
    /// A gap between two words that counts as a pause although no silence was found there, in seconds. Recognisers
    /// stretch words into the silence around them, so it is shorter than a pause.
    private static let wordGapSeconds = 0.2

    private let texts: [String]
    private let words: [Word]
    private let isApart: [Bool]

    /// Finds among words in the order of time, whose answer has silent pauses in the same order.
    init(words: [Word], pauses: [TimeRange]) {
        self.words = words
        texts = words.map(\.plainText)
        // Boundary `i` lies before word `i`; the last lies after the last word.
        isApart = (0...words.count).map { index in
            guard index > 0, index < words.count else { return true }
            return Self.isPause(between: words[index - 1].time, and: words[index].time, pauses)
        }
    }

    /// The fillers in the order of time; none shares a word with another.
    var fillers: [Filler] {
        var found: [Filler] = []
        var index = 0
        while index < texts.count {
            if let (kind, length) = match(at: index) {
                found.append(filler(kind, index..<index + length))
                index += length
            } else {
                index += 1
            }
        }
        return found
    }

    private func match(at index: Int) -> (Filler.Kind, Int)? {
        let first = texts[index]
        if Word.filledPauses.contains(first) { return (.filledPause, 1) }
        for phrase in FillerLexicon.lexicalByFirstWord[first] ?? [] where isLexicalFiller(phrase, at: index) {
            return (.lexical, phrase.words.count)
        }
        for hedge in FillerLexicon.hedgesByFirstWord[first] ?? [] where texts[index...].starts(with: hedge) {
            return (.hedge, hedge.count)
        }
        return nil
    }

    private func isLexicalFiller(_ phrase: FillerLexicon.Phrase, at index: Int) -> Bool {
        guard texts[index...].starts(with: phrase.words) else { return false }
        if index > 0, !isApart[index], phrase.notAfter.contains(texts[index - 1]) { return false }
        let before = isSetApart(boundary: index, neighbour: index - 1)
        let end = index + phrase.words.count
        let after = isSetApart(boundary: end, neighbour: end)
        return switch phrase.sides {
        case .either: before || after
        case .after: after
        case .both: before && after
        }
    }

    /// Whether a pause, an edge or a filled pause lies at a boundary.
    private func isSetApart(boundary: Int, neighbour: Int) -> Bool {
        isApart[boundary]
            || texts.indices.contains(neighbour) && Word.filledPauses.contains(texts[neighbour])
    }

    private func filler(_ kind: Filler.Kind, _ range: Range<Int>) -> Filler {
        let time = TimeRange(
            startSeconds: words[range.lowerBound].time.startSeconds,
            endSeconds: words[range.upperBound - 1].time.endSeconds)
        return Filler(
            kind: kind, text: texts[range].joined(separator: " "), time: time, context: context(of: range))
    }

    private func context(of range: Range<Int>) -> FillerContext {
        let before = words[..<range.lowerBound].suffix(FillerContext.mostWords)
        let after = words[range.upperBound...].prefix(FillerContext.mostWords)
        return FillerContext(
            before: before.map(\.text).joined(separator: " "), after: after.map(\.text).joined(separator: " ")
        )
    }

    private static func isPause(between first: TimeRange, and second: TimeRange, _ pauses: [TimeRange])
        -> Bool
    {
        if second.startSeconds - first.endSeconds >= wordGapSeconds { return true }
        let middles = TimeRange(startSeconds: first.middleSeconds, endSeconds: second.middleSeconds)
        return SpeechRuns.stretches(pauses, meeting: middles).contains {
            $0.overlapSeconds(with: middles) > $0.durationSeconds / 2
        }
    }
}
