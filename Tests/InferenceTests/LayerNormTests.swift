import Foundation
import Testing

@testable import Inference

@Suite struct LayerNormTests {
    @Test(arguments: [(1, 1), (1, 7), (3, 8), (5, 33)])
    func bringsEachRowToItsScaleAndPlace(rows: Int, columns: Int) {
        let input = Matrix.random(rows: rows, columns: columns, seed: 6)
        let scale = Matrix.random(rows: 1, columns: columns, seed: 7).values
        let shift = Matrix.random(rows: 1, columns: columns, seed: 8).values
        let expected = (0..<rows).flatMap { row in
            let numbers = input[row: row].map(Double.init)
            let mean = numbers.reduce(0, +) / Double(columns)
            let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(columns)
            return numbers.indices.map {
                (numbers[$0] - mean) / (variance + 1e-5).squareRoot() * Double(scale[$0]) + Double(shift[$0])
            }
        }
        #expect(largestDifference(LayerNorm(scale: scale, shift: shift)(input).values, expected) < 1e-4)
    }

    @Test(arguments: [0, 1, -3, 1e-30, 1e15] as [Float])
    func equalNumbersBecomeTheShift(value: Float) {
        let norm = LayerNorm(scale: [2, 2, 2, 2], shift: [1, 2, 3, 4])
        #expect(norm(Matrix(rows: 2, columns: 4, repeating: value)).values == [1, 2, 3, 4, 1, 2, 3, 4])
    }

    @Test func takesNoRows() {
        #expect(LayerNorm(scale: [1], shift: [0])(Matrix(rows: 0, columns: 1)).rows == 0)
        #expect(LayerNorm(scale: [], shift: [])(Matrix(rows: 3, columns: 0)).rows == 3)
    }
}
