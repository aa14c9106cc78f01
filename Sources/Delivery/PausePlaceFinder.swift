import Speech
import Vocabulary

/// Tells where silent pauses lie in what is said, by the words before and after them.
///
/// Filled pauses are looked through: in "the um [pause] database" the pause stands between "the" and "database". A word
/// further away than the reach is none that the pause follows, as speech between them was not understood.
struct PausePlaceFinder: Sendable {
    /// How far from a pause the next word may begin or end, in seconds: recognisers place words within a few tenths of a
    /// second.
    private static let reachSeconds = 0.5

    private let words: [Word]

    /// A finder among words; those without a finite time are left out.
    init(words: [Word]) {
        self.words =
            words
            .filter(\.time.isFinite)
            .sorted { $0.time.startSeconds < $1.time.startSeconds }
    }

    /// Where a pause lies.
    func place(of pause: TimeRange) -> PauseDetails.Place {
        guard let before = wordBefore(pause), let after = wordsAfter(pause, count: 1).first,
            !before.isUncertain, !after.isUncertain
        else { return .unknown }
        return PhraseBreaks.isInsidePhrase(after: before.text, before: after.text)
            ? .insidePhrase : .phraseEnd
    }

    /// The last word before a pause that is no filled pause. Words may reach into the silence.
    func wordBefore(_ pause: TimeRange) -> Word? {
        var edge = pause.startSeconds
        for word in words[..<firstWord(after: pause.middleSeconds)].reversed() {
            guard edge - word.time.endSeconds <= Self.reachSeconds else { return nil }
            guard word.isFilledPause else { return word }
            edge = word.time.startSeconds
        }
        return nil
    }

    /// The first words after a pause that are no filled pauses, up to a gap; so many at most.
    func wordsAfter(_ pause: TimeRange, count: Int) -> [Word] {
        var found: [Word] = []
        var edge = pause.endSeconds
        for word in words[firstWord(after: pause.middleSeconds)...] {
            guard found.count < count, word.time.startSeconds - edge <= Self.reachSeconds else { break }
            if !word.isFilledPause { found.append(word) }
            edge = word.time.endSeconds
        }
        return found
    }

    /// The place of the first word whose middle lies after a moment. A word's middle is safer than its edges, which
    /// recognisers stretch into silences.
    private func firstWord(after seconds: Double) -> Int {
        var low = 0
        var high = words.count
        while low < high {
            let probe = (low + high) / 2
            if words[probe].time.middleSeconds <= seconds { low = probe + 1 } else { high = probe }
        }
        return low
    }
}
