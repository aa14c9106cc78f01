import Testing

@testable import Inference

@Suite struct MatrixTests {
    /// A product by three loops, in Double.
    private func product(_ left: Matrix, _ right: Matrix, isTransposed: Bool) -> [Double] {
        let width = isTransposed ? right.rows : right.columns
        return (0..<left.rows).flatMap { row in
            (0..<width).map { column in
                (0..<left.columns).reduce(0) { sum, inner in
                    sum + left.number(row, inner)
                        * (isTransposed ? right.number(column, inner) : right.number(inner, column))
                }
            }
        }
    }

    @Test(
        arguments: [
            (1, 1, 1), (1, 7, 5), (7, 1, 5), (7, 5, 1), (3, 3, 3), (13, 17, 19), (1, 129, 65), (65, 33, 127),
            (2, 8, 16), (0, 4, 3), (4, 0, 3), (4, 3, 0), (1, 4, 0), (0, 0, 0),
        ], [false, true])
    func multipliesAsThreeLoopsDo(size: (rows: Int, columns: Int, inner: Int), isTransposed: Bool) {
        let left = Matrix.random(rows: size.rows, columns: size.inner, seed: 1)
        let right =
            isTransposed
            ? Matrix.random(rows: size.columns, columns: size.inner, seed: 2)
            : Matrix.random(rows: size.inner, columns: size.columns, seed: 2)
        let result = left.times(right, isTransposed: isTransposed)
        #expect(result.rows == size.rows)
        #expect(result.columns == size.columns)
        #expect(largestDifference(result.values, product(left, right, isTransposed: isTransposed)) < 1e-4)
    }

    @Test func addsNumberByNumber() {
        var sum = Matrix(rows: 2, columns: 2, values: [1, 2, 3, 4])
        sum.add(Matrix(rows: 2, columns: 2, repeating: 0.5))
        #expect(sum.values == [1.5, 2.5, 3.5, 4.5])
    }

    @Test func givesRowsAndFirstRows() {
        let matrix = Matrix(rows: 3, columns: 2, values: [1, 2, 3, 4, 5, 6])
        #expect(Array(matrix[row: 1]) == [3, 4])
        #expect(matrix.prefix(rows: 2) == Matrix(rows: 2, columns: 2, values: [1, 2, 3, 4]))
        #expect(matrix.prefix(rows: 0) == Matrix(rows: 0, columns: 2))
        #expect(matrix.prefix(rows: 9) == matrix)
    }
}
