import Delivery

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

    /// What the values count.
    public let unit: Unit
    /// The values for each second of the recording (`PaceTrack.stepSeconds`); `nil` where too little was said.
    public let values: [Double?]

    /// The pace of an answer; `nil` when there is too little speech for any value.
    init?(_ track: PaceTrack, report: DeliveryReport) {
        let rates = track.points.map { $0.syllablesPerSecond.flatMap { $0.isFinite ? $0 : nil } }
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
