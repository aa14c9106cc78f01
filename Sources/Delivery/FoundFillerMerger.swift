public import Signal
public import Speech

/// Brings together the filled pauses of an aligner, which finds them between words that it finds in the sound, and what they
/// sound like.
///
/// An ear that knows words well leaves filled pauses out, or writes "and" for a long one; the words around them lie where
/// they were said. So a candidate of the sound counts in the gap between words, in the place of a short word that filled
/// pauses are mistaken for, and under a long row of letters that the ear itself does not believe; never under another word.
public struct FoundFillerMerger: FillerMerging {
    /// The limits a merger works with, probabilities 0...1.
    public struct Configuration: Sendable, Hashable {
        /// The least probability for a candidate over a gap.
        public var overGap = 0.35
        /// The least probability in the place of a short word that filled pauses are mistaken for, which it then replaces.
        public var overShortWord = 0.5
        /// The confidence from which a short word is believed: "and" is lengthened as often as it is mistaken.
        public var goodConfidence = 0.75
        /// The least probability over a long word that is hardly believed: letters and numbers run together are such.
        public var overLongDoubt = 0.65
        /// Such a word is longer than this, in seconds ...
        public var longDoubtSeconds = 1.0
        /// ... and its confidence lower than this.
        public var longDoubtConfidence = 0.4
        /// The least probability of the sound under a filled pause that the aligner found.
        public var underFound = 0.3
        /// One that the aligner is as sure of as this ...
        public var sureFoundConfidence = 0.9
        /// ... and that lasts as long, in seconds, needs no such sound.
        public var sureFoundSeconds = 0.25

        /// The limits that were chosen on spliced filled pauses (`Docs/Benchmarks.md`).
        public init() {}
    }

    /// Beyond `FilledPause.confusable`: a spelled letter.
    private static let letters: Set<String> = ["m", "n"]
    /// With a smaller share of a candidate under a word, the candidate lies beside it.
    private static let besideShare = 0.3

    private let configuration: Configuration

    /// A merger with these limits.
    public init(configuration: Configuration = Configuration()) { self.configuration = configuration }

    /// The words that were found, with the filled pauses that the sound bears out.
    public func merged(
        _ words: [Word], with candidates: [FilledPause], in speech: TimeRange
    ) -> [Word] {
        guard !FilledPause.isNoSpeech(words, in: speech) else { return [] }
        var kept = words.map { Optional($0) }
        var inserted: [Word] = []
        for place in words.indices where words[place].isFilledPause {
            let sound = candidates.filter { $0.isOver(words[place]) }.map(\.probability).max() ?? 0
            guard isBorneOut(words[place], bySound: sound) else {
                kept[place] = nil
                continue
            }
            kept[place]?.confidence = max(sound, words[place].confidence ?? 0)
        }
        for candidate in candidates where candidate.time.durationSeconds >= FilledPause.leastSeconds {
            let under = words.indices.filter { candidate.isOver(words[$0]) }
            guard !under.contains(where: { words[$0].isFilledPause }) else { continue }
            let limit = under.map { self.limit(for: candidate, over: words[$0]) }.max()
            guard candidate.probability >= max(limit ?? 0, configuration.overGap) else { continue }
            for place in under where isInPlace(candidate, of: words[place]) { kept[place] = nil }
            inserted.append(
                Word(text: candidate.text, time: candidate.time, confidence: candidate.probability))
        }
        return (kept.compactMap(\.self) + inserted).sorted { $0.time.startSeconds < $1.time.startSeconds }
    }

    private func isBorneOut(_ found: Word, bySound probability: Double) -> Bool {
        probability >= configuration.underFound
            || (found.confidence ?? 0) >= configuration.sureFoundConfidence
                && found.time.durationSeconds >= configuration.sureFoundSeconds
    }

    private func limit(for candidate: FilledPause, over word: Word) -> Double {
        if isInPlace(candidate, of: word) { return configuration.overShortWord }
        if (word.confidence ?? 1) < configuration.longDoubtConfidence,
            word.time.durationSeconds > configuration.longDoubtSeconds
        {
            return configuration.overLongDoubt
        }
        let shared = word.time.overlapSeconds(with: candidate.time) / candidate.time.durationSeconds
        return shared < Self.besideShare ? configuration.overGap : .infinity
    }

    /// Whether a word was written for a candidate.
    private func isInPlace(_ candidate: FilledPause, of word: Word) -> Bool {
        (FilledPause.confusable.contains(word.text) || Self.letters.contains(word.text))
            && (word.confidence ?? 1) < configuration.goodConfidence && candidate.covers(word)
            && word.time.durationSeconds > FilledPause.leastSeconds
            && word.time.overlapSeconds(with: candidate.time) > candidate.time.durationSeconds / 2
    }
}
