import Foundation
import Speech

/// What two ears heard of one utterance: the words of the first in the places where the second found them, and the filled
/// pauses between them.
struct FusedWords {
    /// The words in the order of time, those of the first ear in its order.
    let words: [Word]

    /// A word that was not found counts all the same when its own ear was surer of it: of 37 such words 36 were
    /// right (`Docs/Benchmarks.md`).
    private static let sureWithoutSound = 0.85
    /// So many words in a row that were not found are no words that the search passed over.
    private static let inventedInARow = 4

    /// Puts what was heard where it was found. What was not found stays between its neighbours, and is uncertain unless
    /// its own ear was sure of it.
    ///
    /// - Parameter speech: Where the speech lies.
    init(heard: [Word], aligned: AlignedText, speech: TimeRange) {
        // Neither in the sound nor believed by the ear that wrote it: invented.
        if aligned.verdict == .doesNotMatch, heard.allSatisfy(\.isUncertain) {
            words = []
            return
        }
        let times = Self.times(of: aligned.words, in: speech)
        let isInvented = Self.inLongRuns(aligned.words)
        let own = heard.indices.map { place in
            let (word, found, time) = (heard[place], aligned.words[place], times[place])
            let isLost =
                !found.isSaid && (isInvented[place] || (word.confidence ?? 0) < Self.sureWithoutSound)
            return Word(
                text: word.text, time: time, confidence: Self.confidence(own: word.confidence, found: found),
                isUncertain: word.isUncertain || isLost)
        }
        words = Self.merged(own, aligned.fillers.filter { !Self.stands($0, among: own) })
    }

    /// Whether each word stands in a long row of words that were not found.
    private static func inLongRuns(_ words: [AlignedWord]) -> [Bool] {
        var isIn = [Bool](repeating: false, count: words.count)
        var start = 0
        for place in 0...words.count where place == words.count || words[place].isSaid {
            if place - start >= inventedInARow { for index in start..<place { isIn[index] = true } }
            start = place + 1
        }
        return isIn
    }

    /// A time for each word: where it was found, else its share of the gap between its neighbours that were.
    private static func times(of words: [AlignedWord], in speech: TimeRange) -> [TimeRange] {
        var times: [TimeRange] = []
        var place = 0
        while place < words.count {
            if let time = words[place].time {
                times.append(time)
                place += 1
                continue
            }
            let end = words[place...].firstIndex(where: \.isSaid) ?? words.count
            let from = times.last?.endSeconds ?? speech.startSeconds
            let next = end < words.count ? words[end].time?.startSeconds : nil
            let to = max(from, next ?? speech.endSeconds)
            let letters = words[place..<end].map { Double($0.text.count + 1) }
            let total = letters.reduce(0, +)
            var passed = 0.0
            for count in letters {
                let start = from + (to - from) * passed / total
                passed += count
                times.append(TimeRange(startSeconds: start, endSeconds: from + (to - from) * passed / total))
            }
            place = end
        }
        return times
    }

    /// Whether a filler is one of the words itself: some ears write a few of them down.
    private static func stands(_ filler: Word, among words: [Word]) -> Bool {
        words.contains {
            $0.isFilledPause && $0.time.startSeconds < filler.time.endSeconds
                && filler.time.startSeconds < $0.time.endSeconds
        }
    }

    /// Words and fillers in the order of time; words keep theirs.
    private static func merged(_ words: [Word], _ fillers: [Word]) -> [Word] {
        var merged: [Word] = []
        var rest = fillers[...]
        for word in words {
            while let filler = rest.first, filler.time.startSeconds < word.time.startSeconds {
                merged.append(filler)
                rest = rest.dropFirst()
            }
            merged.append(word)
        }
        return merged + rest
    }

    /// The chance that a word is right, from what its own ear thinks and how well the sound bears it out: fitted on 1,542
    /// words of 74 recordings (`Docs/Benchmarks.md`). An ear that says nothing of its words is taken for a good one.
    static func confidence(own: Double?, found: AlignedWord) -> Double {
        let sound = found.isSaid ? 0.514 + 0.064 * logOdds(found.confidence) : 0
        return 1 / (1 + exp(-(0.354 + 0.707 * logOdds(own ?? 0.9) + sound)))
    }

    private static func logOdds(_ probability: Double) -> Double {
        let bounded = min(max(probability, 0.001), 0.999)
        return log(bounded / (1 - bounded))
    }

    /// The share of wrong words for a mean confidence: a straight line through the same recordings.
    static func expectedWordErrorRate(meanConfidence: Double) -> Double {
        min(max(1.827 - 1.978 * meanConfidence, 0.02), 1)
    }
}
