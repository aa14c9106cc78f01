import Speech

@testable import Inference

extension Matrix {
    /// Numbers within -1...1, the same in every run.
    static func random(rows: Int, columns: Int, seed: UInt64) -> Matrix {
        var random = SplitMix64(seed: seed)
        return Matrix(
            rows: rows, columns: columns,
            values: (0..<rows * columns).map { _ in Float.random(in: -1...1, using: &random) })
    }

    /// A number by its place.
    func number(_ row: Int, _ column: Int) -> Double { Double(values[row * columns + column]) }
}

/// The largest difference of two rows of numbers; infinite when one is no number or they are not as many.
func largestDifference(_ some: [Float], _ others: [Double]) -> Double {
    guard some.count == others.count else { return .infinity }
    return zip(some, others).map { difference($0, $1) }.max() ?? 0
}

/// How far two numbers are apart; infinite when one of them is no number.
func difference(_ one: Float, _ other: Double) -> Double {
    let difference = abs(Double(one) - other)
    return difference.isNaN ? .infinity : difference
}
