import Speech

/// Where words a minute lie against `DeliveryBands.wordsPerMinute`, judged as they are written: in whole words.
package enum PaceBand: Sendable {
    /// Under the band.
    case slower
    /// Inside it.
    case within
    /// Over it.
    case faster

    /// The place of a pace, in words a minute.
    package init(_ wordsPerMinute: Double) {
        let band = DeliveryBands.wordsPerMinute
        let written = FixedPoint(wordsPerMinute).rounded
        self = written > band.upperBound ? .faster : written < band.lowerBound ? .slower : .within
    }

    /// The limits of the band: "100 to 165".
    package static var limits: String {
        let band = DeliveryBands.wordsPerMinute
        return "\(FixedPoint(band.lowerBound)) to \(FixedPoint(band.upperBound))"
    }
}
