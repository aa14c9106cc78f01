import Foundation
import Testing

@testable import Inference

@Suite struct GELUTests {
    private func apply(_ values: [Float]) -> [Float] {
        var matrix = Matrix(rows: 1, columns: values.count, values: values)
        GELU.apply(to: &matrix)
        return matrix.values
    }

    @Test func isTheNumberTimesTheNormalDistribution() {
        let values = stride(from: -12.0, through: 12, by: 0.0071).map { Float($0) }
        let expected = values.map { Double($0) / 2 * (1 + erf(Double($0) / 2.0.squareRoot())) }
        #expect(largestDifference(apply(values), expected) < 2e-6)
    }

    @Test(arguments: 0...17) func treatsAllNumbersAlike(count: Int) {
        let values = Matrix.random(rows: 1, columns: count, seed: 9).values
        #expect(apply(values) == values.map { apply([$0])[0] })
    }

    @Test func endsAt0AndAtTheNumberItself() {
        let huge = Float.greatestFiniteMagnitude
        #expect(apply([0, -50, -1e20, -huge, -.infinity]) == [0, 0, 0, 0, 0])
        #expect(apply([50, 1e20, huge, .infinity]) == [50, 1e20, huge, .infinity])
    }

    @Test func hidesNoErrors() {
        #expect(apply([.nan])[0].isNaN)
    }
}
