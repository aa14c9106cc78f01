/// Pearson's correlation.
enum Correlation {
    /// The correlation of pairs, -1...1; `nil` for fewer than two, or when one side never changes.
    static func of(_ pairs: [(Double, Double)]) -> Double? {
        guard pairs.count > 1 else { return nil }
        let count = Double(pairs.count)
        let means = (pairs.map(\.0).reduce(0, +) / count, pairs.map(\.1).reduce(0, +) / count)
        var (both, first, second) = (0.0, 0.0, 0.0)
        for pair in pairs {
            let distance = (pair.0 - means.0, pair.1 - means.1)
            both += distance.0 * distance.1
            first += distance.0 * distance.0
            second += distance.1 * distance.1
        }
        return first > 0 && second > 0 ? both / (first * second).squareRoot() : nil
    }
}
