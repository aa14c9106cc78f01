import Speech

/// A figure by which a speaker's answers are compared with one another.
public enum DeliveryMeasure: String, Sendable, Hashable, Codable, CaseIterable {
    /// Words a minute.
    case pace
    /// Filled pauses and lexical fillers a minute.
    case fillers
    /// The median pause, in seconds.
    case medianPause
    /// Pauses over `DeliveryBands.longPauseSeconds` a minute.
    case longPauses
    /// The standard deviation of the pitch, in semitones.
    case pitchVariation

    /// The figures that it belongs to.
    public var group: FigureLimits.Group {
        switch self {
        case .pace: .words
        case .fillers: .fillers
        case .medianPause, .longPauses: .pauses
        case .pitchVariation: .pitch
        }
    }

    /// A smaller difference may be chance, in the unit of the figure. Rules of this product: a filler or a long
    /// pause more in a minute is one slip.
    public var leastDifference: Double {
        switch self {
        case .pace: 10
        case .fillers, .longPauses: 1
        case .medianPause: 0.1
        case .pitchVariation: 0.5
        }
    }

    /// The figure of an answer; `nil` when it is missing or its report calls it unreliable.
    public func value(_ report: DeliveryReport) -> Double? {
        guard report.limits?[group].level != .unreliable else { return nil }
        let value: Double? =
            switch self {
            case .pace: report.wordsPerMinute.value
            case .fillers: report.fillersPerMinute.value
            case .medianPause: report.medianPauseSeconds.value
            case .longPauses: Self.longPausesPerMinute(report)
            case .pitchVariation:
                report.speakingSeconds >= DeliveryBands.minimumPitchSpeakingSeconds
                    ? report.pitch?.variationSemitones.value : nil
            }
        return value.flatMap { $0.isFinite ? $0 : nil }
    }

    private static func longPausesPerMinute(_ report: DeliveryReport) -> Double? {
        guard report.speakingSeconds >= DeliveryBands.minimumSpeakingSeconds,
            report.durationSeconds >= Evidence.minimumSpanSeconds
        else { return nil }
        return report.longPausesPerMinute
    }
}
