/// The mean of numbers.
enum Mean {
    /// The mean of those that are finite; `nil` when there are none.
    static func of(_ values: [Double]) -> Double? {
        let finite = values.filter(\.isFinite)
        return finite.isEmpty ? nil : finite.reduce(0, +) / Double(finite.count)
    }
}
