import Testing

@testable import Inference

@Suite struct MultiplicationTests {
    /// Parts of larger matrices: rows of `stride` numbers of which the first count.
    @Test(arguments: [(1, 3, 4, true), (1, 3, 4, false), (5, 3, 4, true), (5, 3, 4, false)])
    func scalesKeepsAndLeavesWhatLiesBeside(m: Int, n: Int, k: Int, transposingB: Bool) {
        let stride = 9
        let a = Matrix.random(rows: m, columns: stride, seed: 3)
        let b = Matrix.random(rows: max(n, k), columns: stride, seed: 4)
        let before = Matrix.random(rows: m, columns: stride, seed: 5)
        var after = before.values
        multiply(a, b, into: &after, m: m, n: n, k: k, transposingB: transposingB)
        for row in 0..<m {
            for column in 0..<stride {
                var expected = before.number(row, column)
                if column < n {
                    let sum = (0..<k).reduce(0) {
                        $0 + a.number(row, $1) * (transposingB ? b.number(column, $1) : b.number($1, column))
                    }
                    expected = 2 * sum + 0.5 * expected
                }
                #expect(difference(after[row * stride + column], expected) < 1e-5)
            }
        }
    }

    @Test(arguments: [(1, true), (1, false), (3, true), (3, false)])
    func withoutNumbersToMultiplyOnlyKeeps(m: Int, transposingB: Bool) {
        let a = Matrix(rows: m, columns: 9)
        var after = [Float](repeating: 4, count: m * 9)
        multiply(a, a, into: &after, m: m, n: 2, k: 0, transposingB: transposingB)
        for row in 0..<m { #expect(Array(after[(row * 9)..<(row * 9 + 3)]) == [2, 2, 4]) }
    }

    private func multiply(
        _ a: Matrix, _ b: Matrix, into c: inout [Float], m: Int, n: Int, k: Int, transposingB: Bool
    ) {
        c.withUnsafeMutableBufferPointer { c in
            a.values.withUnsafeBufferPointer { left in
                b.values.withUnsafeBufferPointer { right in
                    guard let c = c.baseAddress, let left = left.baseAddress, let right = right.baseAddress
                    else { return }
                    Multiplication.product(
                        m: m, n: n, k: k, scale: 2, a: left, aStride: a.columns, b: right, bStride: b.columns,
                        transposingB: transposingB, keep: 0.5, c: c, cStride: a.columns)
                }
            }
        }
    }
}
