import Delivery
import Signal
import Speech

/// The pace of an answer as it is drawn: a value for each second.
///
/// What is measured are syllables a second of speaking (`PaceTrack`). Listeners think in words a minute, and the band
/// that they follow easily (`DeliveryBands.wordsPerMinute`) counts pauses. So where the words a minute of the whole
/// answer are known, each value is multiplied by what makes its own average syllable rate those words a minute: the
/// line lies around the figure of the report, and its rises and falls are those of the syllables. Without that figure
/// the values stay syllables a second, and no band belongs to them.
public struct TimelinePace: Sendable, Hashable {
    /// What the values count.
    public enum Unit: Sendable, Hashable {
        /// Words a minute, from syllables.
        case wordsPerMinute
        /// Syllables a second of speaking.
        case syllablesPerSecond
    }

    /// The time from one value to the next, in seconds.
    public static let stepSeconds = 1.0
    /// How much of the answer each value is measured in, in seconds.
    public static let windowSeconds = 5.0

    /// What the values count.
    public let unit: Unit
    /// The values for each second of the recording (`stepSeconds`); `nil` where too little was said, and less than
    /// half a window from the first and the last speech.
    public let values: [Double?]

    /// The pace of an answer; `nil` when there is too little speech for any value.
    ///
    /// - Parameter speech: the stretches of speech, inside the recording.
    init?(
        _ report: DeliveryReport, speech: [TimeRange], syllablesSeconds: [Double], durationSeconds: Double
    ) {
        let track = PaceTrack(
            words: [],
            syllables: syllablesSeconds.filter(\.isFinite).map {
                SyllableNucleus(timeSeconds: $0, levelDB: 0)
            },
            runs: speech, windowSeconds: Self.windowSeconds, hopSeconds: Self.stepSeconds)
        var rates = [Double?](repeating: nil, count: Int((durationSeconds / Self.stepSeconds).rounded(.up)))
        for point in track.points {
            let second = Int((point.timeSeconds / Self.stepSeconds).rounded(.down))
            if rates.indices.contains(second) { rates[second] = point.syllablesPerSecond }
        }
        guard rates.contains(where: { $0 != nil }) else { return nil }
        if let words = report.wordsPerMinute.value,
            let syllables = report.articulationRateSyllablesPerSecond.value, words > 0, syllables > 0
        {
            unit = .wordsPerMinute
            values = rates.map { $0.map { $0 * words / syllables } }
        } else {
            unit = .syllablesPerSecond
            values = rates
        }
    }
}
