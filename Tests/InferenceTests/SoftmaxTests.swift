import Foundation
import Testing

@testable import Inference

@Suite struct SoftmaxTests {
    private func probabilities(_ values: [Float]) -> [Float] {
        var values = values
        values.withUnsafeMutableBufferPointer { values in
            if let base = values.baseAddress { Softmax.apply(to: base, count: values.count) }
        }
        return values
    }

    private func expected(_ values: [Float]) -> [Double] {
        let highest = Double(values.max() ?? 0)
        let powers = values.map { Foundation.exp(Double($0) - highest) }
        return powers.map { $0 / powers.reduce(0, +) }
    }

    private func expectedLogarithm(_ values: [Float]) -> Double {
        let highest = Double(values.max() ?? 0)
        return highest + log(values.reduce(0) { $0 + Foundation.exp(Double($1) - highest) })
    }

    @Test(arguments: [1, 2, 7, 8, 9, 16, 100, 1003])
    func sharesOutOne(count: Int) {
        let values = Matrix.random(rows: 1, columns: count, seed: UInt64(count)).values.map { 20 * $0 }
        #expect(largestDifference(probabilities(values), expected(values)) < 1e-6)
        #expect(difference(Softmax.logarithmOfSum(values), expectedLogarithm(values)) < 1e-5)
    }

    @Test(
        arguments: [
            [1000, 1000, 999], [-1000, -1001], [0, -.infinity],
            [-.infinity, 3, -.infinity, 3, 1, 1, 1, 1, 2, -.infinity],
            [3e38, -3e38], [-1e-37, 1e-37],
        ] as [[Float]])
    func standsExtremes(values: [Float]) {
        #expect(largestDifference(probabilities(values), expected(values)) < 1e-6)
        let logarithm = expectedLogarithm(values)
        #expect(difference(Softmax.logarithmOfSum(values), logarithm) <= max(1e-5, abs(logarithm) * 1e-6))
    }

    @Test(arguments: [1, 8, 11]) func nothingPossibleIsNothing(count: Int) {
        let values = [Float](repeating: -.infinity, count: count)
        #expect(probabilities(values) == [Float](repeating: 0, count: count))
        #expect(Softmax.logarithmOfSum(values) == -.infinity)
    }

    @Test func noNumbersHaveNoSum() {
        #expect(probabilities([]) == [])
        #expect(Softmax.logarithmOfSum([]) == -.infinity)
    }
}
