/// Lets each position gather from others: scaled dot-product attention of several heads (Vaswani and others 2017,
/// "Attention Is All You Need", section 3.2).
public enum Attention {
    /// How much each query of one head heeds each of the first keys: a row of probabilities for each query.
    ///
    /// - Parameters:
    ///   - queries: One head's part of each position that asks.
    ///   - keys: The same head's part of each position that is asked.
    ///   - count: How many of the keys there are for them; at least 1.
    public static func weights(queries: MatrixPart, keys: MatrixPart, first count: Int) -> Matrix {
        precondition(
            count >= 1 && count <= keys.rows && keys.columns == queries.columns, "keys that are there")
        var weights = Matrix(rows: queries.rows, columns: count)
        weights.values.withUnsafeMutableBufferPointer { weights in
            guard let weights = weights.baseAddress else { return }
            queries.withValues { from, queryStride in
                keys.withValues { to, keyStride in
                    Multiplication.product(
                        m: queries.rows, n: count, k: queries.columns,
                        scale: 1 / Float(queries.columns).squareRoot(), a: from, aStride: queryStride, b: to,
                        bStride: keyStride, transposingB: true, c: weights, cStride: count)
                }
            }
            for row in 0..<queries.rows { Softmax.apply(to: weights + row * count, count: count) }
        }
        return weights
    }

    /// What the queries gather from the values, by how well they fit the keys.
    ///
    /// - Parameters:
    ///   - queries: A row for each position that asks; the heads' parts stand side by side.
    ///   - keys: A row for each position that is asked.
    ///   - values: What each of them has to give.
    ///   - heads: How many heads there are; they divide the columns.
    ///   - isCausal: Whether the queries are the last of the positions that are asked, and each sees none after itself.
    /// - Returns: A row for each query, with as many columns.
    public static func gather(
        queries: MatrixPart, keys: MatrixPart, values: MatrixPart, heads: Int, isCausal: Bool = false
    ) -> Matrix {
        precondition(
            keys.rows == values.rows && keys.columns == queries.columns && values.columns == queries.columns
                && heads > 0 && queries.columns % heads == 0,
            "keys for all values, and heads of one size")
        precondition(
            !isCausal || queries.rows <= keys.rows, "queries that are among the positions that are asked")
        let (rows, width, count) = (queries.rows, queries.columns, keys.rows)
        let size = width / heads
        var output = Matrix(rows: rows, columns: width)
        guard rows > 0, count > 0, width > 0 else { return output }
        output.values.withUnsafeMutableBufferPointer { output in
            guard let output = output.baseAddress else { return }
            Processors.share(rows, least: blockRows) { part in
                var scores = [Float](repeating: 0, count: min(part.count, blockRows) * count)
                for start in stride(from: part.lowerBound, to: part.upperBound, by: blockRows) {
                    let block = start..<min(part.upperBound, start + blockRows)
                    for head in 0..<heads {
                        gather(
                            block, columns: head * size..<(head + 1) * size, queries: queries, keys: keys,
                            values: values, isCausal: isCausal, scores: &scores, output: output)
                    }
                }
            }
        }
        return output
    }

    /// So many queries are dealt with together: how they heed 1,500 keys stays near the processor.
    private static let blockRows = 96

    /// What some of the queries gather in one head.
    private static func gather(
        _ block: Range<Int>, columns: Range<Int>, queries: MatrixPart, keys: MatrixPart, values: MatrixPart,
        isCausal: Bool, scores: inout [Float], output: UnsafeMutablePointer<Float>
    ) {
        let (size, width, count) = (columns.count, queries.columns, keys.rows)
        let output = output + block.lowerBound * width + columns.lowerBound
        scores.withUnsafeMutableBufferPointer { scores in
            guard let scores = scores.baseAddress else { return }
            queries.withValues { queries, queryStride in
                keys.withValues { keys, keyStride in
                    Multiplication.part(
                        m: block.count, n: count, k: size, scale: 1 / Float(size).squareRoot(),
                        a: queries + block.lowerBound * queryStride + columns.lowerBound,
                        aStride: queryStride,
                        b: keys + columns.lowerBound, bStride: keyStride, transposingB: true, c: scores,
                        cStride: count)
                }
            }
            var sums: [Float] = []
            for (row, query) in block.enumerated() {
                let seen = isCausal ? count - queries.rows + query + 1 : count
                sums.append(Softmax.powers(of: scores + row * count, count: seen))
                (scores + row * count + seen).update(repeating: 0, count: count - seen)
            }
            values.withValues { values, valueStride in
                Multiplication.part(
                    m: block.count, n: size, k: count, a: scores, aStride: count,
                    b: values + columns.lowerBound, bStride: valueStride, transposingB: false, c: output,
                    cStride: width)
            }
            // Divided at last: there are fewer numbers to divide.
            for (row, sum) in sums.enumerated() where sum > 0 {
                let factor = 1 / sum
                for column in 0..<size { output[row * width + column] *= factor }
            }
        }
    }
}
