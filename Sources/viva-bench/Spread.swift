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

    /// The smallest value that at least a share of the sorted values does not exceed; `nil` without values.
    static func quantile(_ sorted: [Double], _ share: Double) -> Double? {
        guard !sorted.isEmpty else { return nil }
        return sorted[max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
    }

    /// A number with three places, or none above a hundred.
    static func text(_ value: Double) -> String {
        FixedPoint(value, places: abs(value) >= 100 ? 0 : 3).description
    }
}
