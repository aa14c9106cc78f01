import Foundation
import Testing

@testable import Inference

@Suite struct AttentionTests {
    struct Size: Sendable {
        var rows: Int
        var count: Int
        var width: Int
        var heads: Int
    }

    /// Attention by its formula, in Double.
    private func expected(_ queries: Matrix, _ keys: Matrix, _ values: Matrix, heads: Int, isCausal: Bool)
        -> [Double]
    {
        let size = queries.columns / heads
        var result = [Double](repeating: 0, count: queries.values.count)
        for row in 0..<queries.rows {
            let seen = isCausal ? keys.rows - queries.rows + row + 1 : keys.rows
            for head in 0..<heads {
                let columns = head * size..<(head + 1) * size
                let powers = (0..<seen).map { key in
                    let product = columns.reduce(0) { $0 + queries.number(row, $1) * keys.number(key, $1) }
                    return Foundation.exp(product / Double(size).squareRoot())
                }
                for column in columns {
                    result[row * queries.columns + column] =
                        (0..<seen).reduce(0) { $0 + powers[$1] * values.number($1, column) }
                        / powers.reduce(0, +)
                }
            }
        }
        return result
    }

    @Test(
        arguments: [
            Size(rows: 1, count: 1, width: 4, heads: 1), Size(rows: 1, count: 9, width: 6, heads: 3),
            Size(rows: 5, count: 5, width: 8, heads: 2), Size(rows: 3, count: 11, width: 10, heads: 5),
            Size(rows: 9, count: 17, width: 3, heads: 3), Size(rows: 97, count: 200, width: 4, heads: 2),
        ], [false, true])
    func gathersAsTheFormulaSays(size: Size, isCausal: Bool) {
        let queries = Matrix.random(rows: size.rows, columns: size.width, seed: 10)
        let keys = Matrix.random(rows: size.count, columns: size.width, seed: 11)
        let values = Matrix.random(rows: size.count, columns: size.width, seed: 12)
        let result = Attention.gather(
            queries: MatrixPart(queries), keys: MatrixPart(keys), values: MatrixPart(values),
            heads: size.heads,
            isCausal: isCausal)
        let expected = expected(queries, keys, values, heads: size.heads, isCausal: isCausal)
        #expect(result.rows == size.rows)
        #expect(largestDifference(result.values, expected) < 1e-5)
    }

    @Test func partsThatStandSideBySideAreReadInPlace() {
        let all = Matrix.random(rows: 7, columns: 24, seed: 13)
        let parts = (0..<3).map { part in
            Matrix(
                rows: 7, columns: 8,
                values: (0..<7).flatMap { Array(all[row: $0].dropFirst(8 * part).prefix(8)) })
        }
        let apart = Attention.gather(
            queries: MatrixPart(parts[0]), keys: MatrixPart(parts[1]), values: MatrixPart(parts[2]), heads: 2)
        let together = Attention.gather(
            queries: MatrixPart(all, columns: 8), keys: MatrixPart(all, from: 8, columns: 8),
            values: MatrixPart(all, from: 16), heads: 2)
        #expect(largestDifference(together.values, apart.values.map(Double.init)) < 1e-6)
    }

    @Test func theFutureDoesNotMatterInTheCausalCase() {
        let queries = Matrix.random(rows: 4, columns: 4, seed: 14)
        var keys = Matrix.random(rows: 6, columns: 4, seed: 15)
        let before = gather(queries, keys)
        for column in 0..<4 { keys.values[5 * 4 + column] = 1e6 }
        let after = gather(queries, keys)
        #expect(before.prefix(rows: 3) == after.prefix(rows: 3))
        #expect(before != after)
    }

    private func gather(_ queries: Matrix, _ keys: Matrix) -> Matrix {
        Attention.gather(
            queries: MatrixPart(queries), keys: MatrixPart(keys), values: MatrixPart(keys), heads: 2,
            isCausal: true)
    }

    @Test func nothingAskedOrNothingThereGivesZeros() {
        let (none, some) = (Matrix(rows: 0, columns: 4), Matrix.random(rows: 3, columns: 4, seed: 16))
        let silent = Attention.gather(
            queries: MatrixPart(some), keys: MatrixPart(none), values: MatrixPart(none), heads: 2)
        #expect(silent == Matrix(rows: 3, columns: 4))
        let unasked = Attention.gather(
            queries: MatrixPart(none), keys: MatrixPart(some), values: MatrixPart(some), heads: 2)
        #expect(unasked == Matrix(rows: 0, columns: 4))
    }
}
