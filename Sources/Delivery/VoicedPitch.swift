import Foundation
import Signal
import Speech

/// The pitch of an answer where there is voice, in semitones, without the values that are probably errors.
///
/// Trackers take half or double of the true pitch now and then, which lies 12 semitones off, and creaky voice drops about as
/// far. So values further than 9 semitones from the median of all are left out: hardly any speaker moves as far within an answer.
/// So is voice of less than 30 ms.
struct VoicedPitch: Sendable {
    /// How far from the median of all a value may lie, in semitones.
    static let reachSemitones = 9.0
    /// The fewest values of a stretch of voice: 30 ms.
    private static let leastValues = 3

    /// One value.
    struct Value: Sendable {
        /// When, in seconds from the start of the recording.
        let seconds: Double
        /// The pitch in semitones above the median of the answer.
        let semitones: Double
    }

    /// The values in the order of time.
    let values: [Value]
    /// The median in hertz; `nil` without voice.
    let medianHz: Double?

    /// The pitch inside stretches of speech.
    init(_ track: PitchTrack, in speech: SpeechRuns) {
        var places: [Int] = []
        var run: [Int] = []
        for index in track.frequenciesHz.indices {
            let frequency = track.frequenciesHz[index]
            if frequency > 0, frequency.isFinite, speech.contains(track.seconds(index)) {
                run.append(index)
                continue
            }
            if run.count >= Self.leastValues { places += run }
            run.removeAll(keepingCapacity: true)
        }
        if run.count >= Self.leastValues { places += run }
        let frequencies = places.map { Double(track.frequenciesHz[$0]) }
        guard let middle = Distribution(frequencies).median, middle > 0 else {
            values = []
            medianHz = nil
            return
        }
        let all = zip(places, frequencies).map { place, frequency in
            Value(seconds: track.seconds(place), semitones: 12 * log2(frequency / middle))
        }
        let kept = all.filter { abs($0.semitones) <= Self.reachSemitones }
        // The median moves a little when the errors are gone; the values keep their origin, which no figure depends on.
        let offset = Distribution(kept.map(\.semitones)).median ?? 0
        medianHz = middle * exp2(offset / 12)
        values = kept
    }

    /// How long there is voice, in seconds.
    var voicedSeconds: Double { Double(values.count) * PitchTrack.hopSeconds }

    /// The places of the values from a moment on and before another.
    func places(from start: Double, to end: Double) -> Range<Int> {
        let low = firstPlace(notBefore: start)
        return low..<max(low, firstPlace(notBefore: end))
    }

    private func firstPlace(notBefore seconds: Double) -> Int {
        var low = 0
        var high = values.count
        while low < high {
            let middle = (low + high) / 2
            if values[middle].seconds < seconds { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
