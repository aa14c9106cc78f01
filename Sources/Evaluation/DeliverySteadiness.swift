public import Delivery

/// How steadily an answer was delivered: only what can be observed in its sound and words, as `DeliveryReport` has it.
///
/// It says nothing of how sure somebody felt. The bands are those by which clarity and communication are judged; those of hedges
/// and of fading ends are working rules (`Docs/Scoring.md`).
public struct DeliverySteadiness: Sendable, Hashable, Codable {
    /// What is looked at.
    public enum Aspect: String, Sendable, Hashable, Codable, CaseIterable {
        /// Words a minute.
        case pace
        /// The share, the median and the longest of the silent pauses.
        case pauses
        /// Filled pauses and lexical fillers a minute.
        case fillers
        /// Softeners in a hundred words.
        case hedges
        /// How many stretches of speech fade at their end.
        case level

        /// Its part in the score; the five add up to 1.
        public var weight: Double {
            switch self {
            case .pace, .fillers: 0.25
            case .pauses: 0.3
            case .hedges, .level: 0.1
            }
        }

        /// The figures of a report that it rests on.
        var group: FigureLimits.Group {
            switch self {
            case .pace: .words
            case .pauses: .pauses
            case .fillers, .hedges: .fillers
            case .level: .loudness
            }
        }
    }

    /// One aspect of an answer.
    public struct Part: Sendable, Hashable, Codable {
        /// Which one.
        public var aspect: Aspect
        /// How steady it is, 0...1.
        public var share: Double
        /// The figure it rests on: for pauses their share of the answer.
        public var figure: Figure
    }

    /// The aspects that were measured and can be relied on, in the order of `Aspect.allCases`.
    public var parts: [Part]
    /// The weighted mean of the parts, 0...100; `nil` with fewer than `fewestParts`.
    public var score: Double?

    /// With fewer aspects there is no score. A rule of this product.
    public static let fewestParts = 2

    /// The steadiness of a spoken answer. Figures that the report calls unreliable do not count.
    public init(_ report: DeliveryReport) {
        parts = Aspect.allCases.compactMap { aspect in
            guard report.limits?[aspect.group].level != .unreliable else { return nil }
            return Self.part(aspect, of: report)
        }
        let mean = Curve.mean(parts.map { ($0.share, $0.aspect.weight) })
        score = parts.count < Self.fewestParts ? nil : mean.map { 100 * $0 }
    }

    private static func part(_ aspect: Aspect, of report: DeliveryReport) -> Part? {
        let figure: Figure
        switch aspect {
        case .pace: figure = report.wordsPerMinute
        case .pauses: figure = pauseShare(report)
        case .fillers: figure = report.fillersPerMinute
        case .hedges:
            guard let hedges = report.fillerRates?.hedges else { return nil }
            figure = hedges
        case .level:
            guard let fading = report.loudness?.fadingShare else { return nil }
            figure = fading
        }
        guard let value = figure.value, value.isFinite else { return nil }
        let share: Double? =
            switch aspect {
            case .pace: Curve.band(value, full: DeliveryBands.wordsPerMinute, outer: 40...260)
            case .pauses:
                Curve.mean([
                    (Curve.ramp(value, zero: 0.6, one: 0.25), 0.5),
                    (report.medianPauseSeconds.value.map { Curve.ramp($0, zero: 2.5, one: 0.8) }, 0.25),
                    (report.longestPauseSeconds.value.map { Curve.ramp($0, zero: 10, one: 3) }, 0.25),
                ])
            case .fillers: FormJudgement.fluency(fillersPerMinute: value)
            case .hedges: Curve.ramp(value, zero: 8, one: 2)
            case .level: Curve.ramp(value, zero: 1, one: DeliveryBands.shareOfFadingEnds)
            }
        return share.map { Part(aspect: aspect, share: $0, figure: figure) }
    }

    /// The share of the answer that is silent.
    private static func pauseShare(_ report: DeliveryReport) -> Figure {
        report.phonationTimeRatio.value.map { Figure(1 - $0, .share) } ?? report.phonationTimeRatio
    }
}
