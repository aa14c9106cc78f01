import Delivery

/// A figure of the delivery by which two attempts at an answer are compared.
///
/// The least differences are rules of this product: a smaller one may be chance.
enum ComparedFigure: CaseIterable {
    case pace
    case articulation
    case pauses
    case fillers
    case hedges
    case pitch
    case level

    /// The figures of two reports that changed most, in their order; none when both answers were typed.
    static func changes(from old: DeliveryReport?, to new: DeliveryReport?) -> [TakeComparison.Change] {
        changes(from: [old].compactMap(\.self), to: [new].compactMap(\.self))
    }

    /// The means of figures over two lists of reports that changed most, in their order; none when both are empty.
    static func changes(from old: [DeliveryReport], to new: [DeliveryReport]) -> [TakeComparison.Change] {
        guard !old.isEmpty || !new.isEmpty else { return [] }
        let all = allCases.compactMap { figure -> (change: TakeComparison.Change, size: Double)? in
            let before = Mean.of(old.compactMap(figure.value))
            let after = Mean.of(new.compactMap(figure.value))
            guard before != nil || after != nil else { return nil }
            let change = TakeComparison.Change(
                name: figure.name, unit: figure.unit, before: before, after: after,
                direction: figure.direction(from: before))
            // What only one side has comes last: it shows no change.
            let size = before.flatMap { before in after.map { abs($0 - before) / figure.leastDifference } }
            return (change, size ?? -1)
        }
        let kept = all.enumerated()
            .sorted { ($1.element.size, $0.offset) < ($0.element.size, $1.offset) }
            .prefix(TakeComparison.mostDeliveryFigures).map(\.offset)
        return kept.sorted().map { all[$0].change }
    }

    private var name: String {
        switch self {
        case .pace: "pace"
        case .articulation: "articulation rate"
        case .pauses: "share of pauses"
        case .fillers: "fillers"
        case .hedges: "hedges"
        case .pitch: "pitch variation"
        case .level: "level"
        }
    }

    private var unit: String {
        switch self {
        case .pace: "words a minute"
        case .articulation: "syllables a second"
        case .pauses: "percent"
        case .fillers, .hedges: "in 100 words"
        case .pitch: "semitones"
        case .level: "dBFS"
        }
    }

    /// A smaller difference may be chance, in the figure's unit.
    private var leastDifference: Double {
        switch self {
        case .pace: 10
        case .articulation: 0.3
        case .pauses: 5
        case .fillers, .hedges: 1
        case .pitch: 0.5
        case .level: 3
        }
    }

    private var group: FigureLimits.Group {
        switch self {
        case .pace: .words
        case .articulation: .syllables
        case .pauses: .pauses
        case .fillers, .hedges: .fillers
        case .pitch: .pitch
        case .level: .loudness
        }
    }

    /// The figure of a report; `nil` when it is missing or the report calls it unreliable.
    private func value(_ report: DeliveryReport) -> Double? {
        guard report.limits?[group].level != .unreliable else { return nil }
        let value: Double? =
            switch self {
            case .pace: report.wordsPerMinute.value
            case .articulation: report.articulationRateSyllablesPerSecond.value
            case .pauses: report.phonationTimeRatio.value.map { 100 * (1 - $0) }
            case .fillers:
                report.fillerRates.flatMap { rates in
                    rates.filledPauses.value.flatMap { pauses in rates.lexical.value.map { pauses + $0 } }
                }
            case .hedges: report.fillerRates?.hedges.value
            case .pitch: report.pitch?.variationSemitones.value
            case .level: report.speechLevelDBFS.value
            }
        return value.flatMap { $0.isFinite ? $0 : nil }
    }

    /// Which way the figure would improve from `before`; `nil` where that is not known: the articulation rate and the level have no
    /// best value, and a pace or a melody that is good needs no change.
    private func direction(from before: Double?) -> TakeComparison.Change.Direction? {
        switch self {
        case .fillers, .hedges: return .less
        case .articulation, .level: return nil
        case .pace:
            guard let before, !DeliveryBands.wordsPerMinute.contains(before) else { return nil }
            return before < DeliveryBands.wordsPerMinute.lowerBound ? .more : .less
        case .pauses:
            guard let before, before > Self.fewPausesPercent else { return nil }
            return .less
        case .pitch:
            guard let before, before < DeliveryBands.livelyPitchSemitones else { return nil }
            return .more
        }
    }

    /// Up to this share of pauses fewer are no better, in percent: the band by which clarity is judged.
    private static let fewPausesPercent = 25.0
}
