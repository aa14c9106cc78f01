/// The middle and the spread of some values; what is not finite is left out.
package struct Distribution: Sendable {
    private let sorted: [Double]

    /// The distribution of values in any order.
    package init(_ values: some Sequence<Double>) { sorted = values.filter(\.isFinite).sorted() }

    /// How many values there are.
    package var count: Int { sorted.count }

    /// The mean; `nil` of no values.
    package var mean: Double? { sorted.isEmpty ? nil : sorted.reduce(0, +) / Double(sorted.count) }

    /// The median; `nil` of no values.
    package var median: Double? { quantile(0.5) }

    /// The value that a share 0...1 of the values stays under, between two values in proportion; `nil` of no values.
    package func quantile(_ share: Double) -> Double? {
        guard let last = sorted.indices.last else { return nil }
        let place = min(max(share, 0), 1) * Double(last)
        let below = Int(place)
        let above = min(below + 1, last)
        return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }

    /// The standard deviation, with the count less one below; `nil` of fewer than two values.
    package var standardDeviation: Double? {
        guard sorted.count > 1, let mean else { return nil }
        let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(sorted.count - 1)).squareRoot()
    }
}
