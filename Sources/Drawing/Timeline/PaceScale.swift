import Foundation

/// The part of the pace that is drawn, the same for all answers; what is faster or slower lies on its edges.
///
/// Each doubling is equally high: twice as fast is heard as that, from whatever pace.
struct PaceScale: Sendable {
    let values: ClosedRange<Double>

    init(_ unit: TimelinePace.Unit) {
        values =
            switch unit {
            case .wordsPerMinute: 50...320
            case .syllablesPerSecond: 1.5...10
            }
    }

    /// The height of a pace, 0...1.
    func height(_ value: Double) -> Double {
        let inside = min(max(value, values.lowerBound), values.upperBound)
        return log2(inside / values.lowerBound) / log2(values.upperBound / values.lowerBound)
    }
}
