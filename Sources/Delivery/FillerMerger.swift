public import Signal
public import Speech

/// Brings together what a recogniser made of filled pauses and what they sound like.
///
/// Recognisers write other words for most filled pauses ("them", "on", "a", "i'm"), and "um" for some words. Each
/// candidate that was found by its sound is weighed with the words that stand over it: a candidate over a gap or over a
/// short word that "um" and "uh" are mistaken for is a filled pause; one inside a word that was heard well is none.
///
/// ```swift
/// let words = FillerMerger().merged(transcript.words, with: pauses)
/// ```
public struct FillerMerger: Sendable {
    /// The limits a merger works with, probabilities 0...1.
    public struct Configuration: Sendable, Hashable {
        /// The least probability for a candidate over a gap or over a word of doubtful confidence.
        public var overGap = 0.3
        /// The least probability over a short word that filled pauses are mistaken for.
        public var overShortWord = 0.4
        /// The least probability over another word, and only where it covers most of it.
        public var overWord = 0.7
        /// The least probability over a word of doubtful confidence.
        public var overDoubtfulWord = 0.7
        /// The least probability of the sound under an "um" or "uh" that the recogniser heard.
        public var underFilledPause = 0.12
        /// Whether a filled pause takes the place of a word that stands mostly under it.
        public var replacesWords = true
        /// The confidence from which a content word is believed.
        public var goodConfidence = 0.6

        /// The limits with which 108 of 153 filled pauses in 558 s of real speech were found with 15 false ones, and 1 in 259 s of speech
        /// without any (`Docs/Benchmarks.md`).
        public init() {}

        /// For an ear that does not take filled pauses for words: one is only where no word is.
        public static let betweenWords: Configuration = {
            var configuration = Configuration()
            configuration.overShortWord = .infinity
            configuration.overWord = .infinity
            configuration.replacesWords = false
            configuration.overDoubtfulWord = .infinity
            return configuration
        }()
    }

    /// The words that filled pauses are heard as: short, with an open vowel or a nasal.
    static let confusable: Set<String> = [
        "a", "ah", "am", "an", "and", "are", "arm", "em", "er", "eh", "for", "ha", "had", "hand", "her",
        "him", "huh",
        "hum", "i", "i'm", "in", "of", "oh", "on", "or", "the", "them", "then", "one", "home", "than",
        "ma'am", "hm",
        "mom", "uh-huh", "mm-hmm", "it", "have", "ham", "hi",
    ]
    /// Less of a word than this under a candidate is its edge only, in seconds and as a share of the word.
    private static let edgeSeconds = 0.08
    private static let coveredShare = 0.5
    /// The shortest filled pause, in seconds.
    private static let leastSeconds = 0.12

    private let configuration: Configuration

    /// A merger with these limits.
    public init(configuration: Configuration = Configuration()) { self.configuration = configuration }

    /// The words with filled pauses put in, kept and taken out, in the order of time.
    ///
    /// - Parameters:
    ///   - words: What the recogniser heard, in the order of time.
    ///   - candidates: What sounds like a filled pause, in the order of time: find them with a low threshold
    ///     (`FilledPauseDetector.Configuration.threshold` 0.1), as the words decide.
    /// - Returns: Filled pauses are written "um", "uh" or "mm"; their confidence is the probability of the sound, or
    ///   the recogniser's own where that is higher and it heard one too. Other words are unchanged; those that
    ///   stood wholly over a filled pause are gone.
    public func merged(_ words: [Word], with candidates: [FilledPause]) -> [Word] {
        var kept = words.map { Optional($0) }
        var inserted: [Word] = []
        var borne = Set<Int>()
        for candidate in candidates where candidate.time.durationSeconds >= Self.leastSeconds {
            let under = words.indices.filter { isUnder(words[$0], candidate) }
            borne.formUnion(
                under.filter {
                    words[$0].isFilledPause && candidate.probability >= configuration.underFilledPause
                })
            guard isFilledPause(candidate, over: under.map { words[$0] }) else { continue }
            let heard = under.first { words[$0].isFilledPause }.flatMap { words[$0].confidence } ?? 0
            for index in under
            where words[index].isFilledPause || configuration.replacesWords && covers(candidate, words[index])
            {
                kept[index] = nil
            }
            inserted.append(
                Word(
                    text: Self.text(of: candidate.sound), time: candidate.time,
                    confidence: max(candidate.probability, heard)))
        }
        for index in words.indices where words[index].isFilledPause && !borne.contains(index) {
            kept[index] = nil
        }
        return (kept.compactMap(\.self) + inserted).sorted { $0.time.startSeconds < $1.time.startSeconds }
    }

    private func isFilledPause(_ candidate: FilledPause, over words: [Word]) -> Bool {
        if words.contains(where: \.isFilledPause) {
            return candidate.probability >= configuration.underFilledPause
        }
        let limits = words.map { limit(for: candidate, over: $0) }
        return candidate.probability >= (limits.max() ?? configuration.overGap)
    }

    private func limit(for candidate: FilledPause, over word: Word) -> Double {
        let isShort = Self.confusable.contains(word.text)
        let isDoubtful = word.isUncertain || (word.confidence ?? 1) < configuration.goodConfidence
        if isShort, configuration.overShortWord.isFinite { return configuration.overShortWord }
        if isDoubtful { return configuration.overDoubtfulWord }
        return covers(candidate, word) ? configuration.overWord : .infinity
    }

    /// Whether more than the edge of a word lies under a candidate.
    private func isUnder(_ word: Word, _ candidate: FilledPause) -> Bool {
        let shared = word.time.overlapSeconds(with: candidate.time)
        return shared > min(Self.edgeSeconds, word.time.durationSeconds / 2)
    }

    /// Whether a candidate takes up most of a word.
    private func covers(_ candidate: FilledPause, _ word: Word) -> Bool {
        word.time.overlapSeconds(with: candidate.time) > Self.coveredShare * word.time.durationSeconds
    }

    private static func text(of sound: FilledPause.Sound) -> String {
        switch sound {
        case .vowel: "uh"
        case .vowelAndNasal: "um"
        case .nasal: "mm"
        }
    }
}
