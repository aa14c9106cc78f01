import Speech

/// The middle and the ends of a figure's runs. On a noisy machine the middle is what to quote.
struct Spread: CustomStringConvertible {
    var minimum: Double
    var median: Double
    var maximum: Double

    init(_ values: [Double]) {
        let sorted = values.sorted()
        minimum = sorted.first ?? .nan
        maximum = sorted.last ?? .nan
        let middle = sorted.count / 2
        median =
            sorted.isEmpty
            ? .nan : sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    var description: String { "\(Self.text(median)) (\(Self.text(minimum)) to \(Self.text(maximum)))" }

    /// A number with three places, or none above a hundred.
    static func text(_ value: Double) -> String {
        FixedPoint(value, places: abs(value) >= 100 ? 0 : 3).description
    }
}
