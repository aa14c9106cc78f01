extension Matrix {
    /// The product with another matrix, or with its columns as rows.
    public func times(_ other: Matrix, isTransposed: Bool) -> Matrix {
        precondition(columns == (isTransposed ? other.columns : other.rows), "matrices that fit")
        let width = isTransposed ? other.rows : other.columns
        var result = Matrix(rows: rows, columns: width)
        result.values.withUnsafeMutableBufferPointer { result in
            values.withUnsafeBufferPointer { left in
                other.values.withUnsafeBufferPointer { right in
                    guard let result = result.baseAddress, let left = left.baseAddress,
                        let right = right.baseAddress
                    else { return }
                    Multiplication.product(
                        m: rows, n: width, k: columns, a: left, aStride: columns, b: right,
                        bStride: other.columns,
                        transposingB: isTransposed, c: result, cStride: width)
                }
            }
        }
        return result
    }
}
