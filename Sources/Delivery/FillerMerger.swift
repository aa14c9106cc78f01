public import Signal
public import Speech

/// Brings together what a recogniser made of filled pauses and what they sound like.
///
/// Recognisers write other words for most filled pauses ("them", "on", "a", "i'm"), and "um" for some words. Each
/// candidate that was found by its sound is weighed with the words that stand over it: a candidate over a gap or over a
/// short word that "um" and "uh" are mistaken for is a filled pause; one inside a word that was heard well is none.
///
/// ```swift
/// let words = FillerMerger().merged(segment.words, with: pauses, in: segment.time)
/// ```
public struct FillerMerger: FillerMerging {
    /// The limits a merger works with, probabilities 0...1.
    public struct Configuration: Sendable, Hashable {
        /// The least probability for a candidate over a gap.
        public var overGap = 0.3
        /// The least probability over a short word that filled pauses are mistaken for.
        public var overShortWord = 0.4
        /// The least probability over another word, and only where it covers most of it.
        public var overWord = 0.7
        /// The least probability over a word that is uncertain or of doubtful confidence.
        public var overDoubtfulWord = 0.7
        /// The least probability of the sound under an "um" or "uh" that the recogniser heard.
        public var underFilledPause = 0.12
        /// The confidence from which a word is believed.
        public var goodConfidence = 0.6

        /// The limits with which 108 of 153 filled pauses in 558 s of real speech were found with 15 false ones, and 1 in 259 s of speech
        /// without any (`Docs/Benchmarks.md`).
        public init() {}
    }

    private let configuration: Configuration

    /// A merger with these limits.
    public init(configuration: Configuration = Configuration()) { self.configuration = configuration }

    /// The words with filled pauses put in, kept and taken out: each candidate has to reach what the words over it ask for.
    public func merged(
        _ words: [Word], with candidates: [FilledPause], in speech: TimeRange
    ) -> [Word] {
        guard !FilledPause.isNoSpeech(words, in: speech) else { return [] }
        var kept = words.map { Optional($0) }
        var inserted: [Word] = []
        var borne = Set<Int>()
        for candidate in candidates where candidate.time.durationSeconds >= FilledPause.leastSeconds {
            let under = words.indices.filter { candidate.isOver(words[$0]) }
            borne.formUnion(
                under.filter {
                    words[$0].isFilledPause && candidate.probability >= configuration.underFilledPause
                })
            guard isFilledPause(candidate, over: under.map { words[$0] }) else { continue }
            let heard = under.first { words[$0].isFilledPause }.flatMap { words[$0].confidence } ?? 0
            for index in under
            where words[index].isFilledPause || candidate.covers(words[index]) {
                kept[index] = nil
            }
            inserted.append(
                Word(
                    text: candidate.text, time: candidate.time,
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
        let isShort = FilledPause.confusable.contains(word.text)
        let isDoubtful = word.isUncertain || (word.confidence ?? 1) < configuration.goodConfidence
        if isShort { return configuration.overShortWord }
        if isDoubtful { return configuration.overDoubtfulWord }
        return candidate.covers(word) ? configuration.overWord : .infinity
    }
}
