import Speech

/// Which words of a known text each utterance of a recording may hold, from what a recogniser heard in it.
///
/// What was heard may be wrong in many words; it is only asked where in the text an utterance lies. Its neighbours
/// share the words between them that nothing was heard for, and a few more.
struct TextPlacement {
    /// The words that an utterance may hold.
    struct Piece: Equatable {
        /// The places in the text; empty when the utterance holds none of it.
        var words: Range<Int>
        /// How many of them, at the start and at the end, may belong to neighbours.
        var leading: Int
        var trailing: Int
    }

    /// One for each utterance, in order.
    private(set) var pieces: [Piece] = []

    /// How many words beyond the sure ones an utterance is offered: misheard words near a cut hide on which side of it
    /// they were said.
    private static let marginWords = 8
    /// The most words in a second of speech; fast speakers reach about five.
    private static let fastestWordsPerSecond = 5.0

    /// Places `text` by the words heard in each utterance.
    init(text: [String], heard: [Transcript.Segment]) {
        let words = heard.enumerated().flatMap { number, segment in segment.words.map { (number, $0.text) } }
        let pairs = WordMatch(text: text, heard: words.map(\.1)).pairs()
        var own = [ClosedRange<Int>?](repeating: nil, count: heard.count)
        for pair in pairs {
            let utterance = words[pair.heard].0
            own[utterance] = (own[utterance]?.lowerBound ?? pair.text)...pair.text
        }
        let after = Self.firstAfter(own, end: text.count)
        var before = 0
        for (number, segment) in heard.enumerated() {
            let limit =
                Int(segment.time.durationSeconds * Self.fastestWordsPerSecond) + 2 * Self.marginWords
            let free = before..<max(before, after[number])
            if let sure = own[number] {
                pieces.append(Self.piece(sure: sure, free: free, limit: limit, end: text.count))
                before = sure.upperBound + 1
            } else {
                let share = Self.share(of: number, in: heard, own: own)
                pieces.append(Self.piece(share: share, free: free, limit: limit, end: text.count))
            }
        }
    }

    /// The words of utterances that were heard themselves, so many in each, with the neighbour's next word on both sides: a word
    /// beside a cut may have been heard on the wrong side of it.
    static func pieces(counts: [Int]) -> [Piece] {
        let total = counts.reduce(0, +)
        var start = 0
        return counts.map { count in
            defer { start += count }
            let words = max(0, start - 1)..<min(total, start + count + 1)
            return Piece(
                words: words, leading: start - words.lowerBound, trailing: words.upperBound - start - count)
        }
    }

    private static func piece(sure: ClosedRange<Int>, free: Range<Int>, limit: Int, end: Int) -> Piece {
        let first = max(0, free.lowerBound - marginWords, sure.lowerBound - limit)
        // A false match far away must not make the grammar grow.
        let last = min(sure.upperBound + 1, sure.lowerBound + 2 * limit)
        let stop = max(last, min(end, free.upperBound + marginWords, last + limit))
        return Piece(
            words: min(first, sure.lowerBound)..<stop, leading: max(0, sure.lowerBound - first),
            trailing: stop - last)
    }

    /// The words for an utterance in which none was recognised: around its share of those that are free.
    private static func piece(share: ClosedRange<Double>, free: Range<Int>, limit: Int, end: Int) -> Piece {
        var words = max(0, free.lowerBound - marginWords)..<min(end, free.upperBound + marginWords)
        if words.count > 2 * limit {
            let middle =
                free.lowerBound + Int((share.lowerBound + share.upperBound) / 2 * Double(free.count))
            words = words.clamped(to: max(0, middle - limit)..<min(end, middle + limit))
        }
        return Piece(words: words, leading: words.count, trailing: words.count)
    }

    /// The part of the speech between sure neighbours that an utterance takes up, as shares of it.
    private static func share(
        of number: Int, in heard: [Transcript.Segment], own: [ClosedRange<Int>?]
    ) -> ClosedRange<Double> {
        var (first, last) = (number, number)
        while first > 0, own[first - 1] == nil { first -= 1 }
        while last + 1 < heard.count, own[last + 1] == nil { last += 1 }
        let before = heard[first..<number].reduce(0) { $0 + $1.time.durationSeconds }
        let total = heard[first...last].reduce(0) { $0 + $1.time.durationSeconds }
        guard total > 0 else { return 0...1 }
        return before / total...min(1, (before + heard[number].time.durationSeconds) / total)
    }

    /// For each utterance, the first word that is surely in a later one.
    private static func firstAfter(_ own: [ClosedRange<Int>?], end: Int) -> [Int] {
        var first = end
        var result = [Int](repeating: end, count: own.count)
        for number in own.indices.reversed() {
            result[number] = first
            if let sure = own[number] { first = sure.lowerBound }
        }
        return result
    }
}
