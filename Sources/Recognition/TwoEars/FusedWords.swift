import Foundation
import Speech

/// What two ears heard of one utterance: the words of the first in the places where the second found them, and the filled
/// pauses between them.
struct FusedWords {
    /// The words in the order of time.
    let words: [Word]

    /// A text that is not what was said, and that its own ear does not believe, was invented.
    private static let leastBelieved = 0.5

    /// Puts what was heard where it was found. What was not found stays, uncertain, between its neighbours.
    init(heard: [Word], aligned: AlignedText) {
        let believed = heard.reduce(0) { $0 + ($1.confidence ?? 1) } / Double(max(1, heard.count))
        if aligned.verdict == .doesNotMatch, believed < Self.leastBelieved {
            words = []
            return
        }
        var fused: [Word] = []
        for (place, (word, found)) in zip(heard, aligned.words).enumerated() {
            let time = found.time ?? Self.gap(at: place, in: aligned.words) ?? word.time
            fused.append(
                Word(
                    text: word.text, time: time,
                    confidence: Self.confidence(own: word.confidence, found: found),
                    isUncertain: word.isUncertain || !found.isSaid))
        }
        words = (fused + aligned.fillers).sorted { $0.time.startSeconds < $1.time.startSeconds }
    }

    /// The time between the neighbours of a word that was not found; `nil` when one of them is missing too.
    private static func gap(at place: Int, in words: [AlignedWord]) -> TimeRange? {
        guard let before = words[..<place].last(where: \.isSaid)?.time,
            let after = words[(place + 1)...].first(where: \.isSaid)?.time
        else { return nil }
        return TimeRange(
            startSeconds: before.endSeconds, endSeconds: max(before.endSeconds, after.startSeconds))
    }

    /// The chance that a word is right, from what its own ear thinks and how well the sound bears it out.
    static func confidence(own: Double?, found: AlignedWord) -> Double {
        let own = min(max(own ?? 0.9, 0.001), 0.999)
        let sound = min(max(found.confidence, 0.001), 0.999)
        let sum = 0.5 + 0.6 * log(own / (1 - own)) + 0.3 * log(sound / (1 - sound))
        return 1 / (1 + exp(-sum))
    }

    /// The share of wrong words for a mean confidence.
    static func expectedWordErrorRate(meanConfidence: Double) -> Double {
        min(max(1.0 - meanConfidence, 0.02), 1)
    }
}
