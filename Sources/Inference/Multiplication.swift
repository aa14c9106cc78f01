import COpenBLAS

/// Products of matrices by OpenBLAS, in one thread: what works beside others brings a worker of its own.
enum Multiplication {
    /// OpenBLAS would take all processors for each product.
    private static let isSingleThreaded: Bool = {
        openblas_set_num_threads(1)
        return true
    }()

    /// *c = scale · a · b + keep · c*, each a part of something larger.
    ///
    /// - Parameters:
    ///   - m: The rows of *a* and *c*.
    ///   - n: The columns of *b* and *c*.
    ///   - k: The columns of *a*, which are the rows of *b*.
    ///   - aStride: From one row of *a* to the next; likewise the others.
    ///   - transposingB: Whether *b* is stored with its columns as rows.
    static func product(
        m: Int, n: Int, k: Int, scale: Float = 1, a: UnsafePointer<Float>, aStride: Int,
        b: UnsafePointer<Float>, bStride: Int, transposingB: Bool, keep: Float = 0,
        c: UnsafeMutablePointer<Float>, cStride: Int
    ) {
        guard isSingleThreaded, m > 0, n > 0 else { return }
        guard k > 0 else {
            // OpenBLAS takes no rows without numbers.
            for row in 0..<m {
                for column in 0..<n {
                    c[row * cStride + column] = keep == 0 ? 0 : keep * c[row * cStride + column]
                }
            }
            return
        }
        if m == 1, transposingB {
            cblas_sgemv(
                CblasRowMajor, CblasNoTrans, blasint(n), blasint(k), scale, b, blasint(bStride), a, 1, keep,
                c, 1)
        } else {
            cblas_sgemm(
                CblasRowMajor, CblasNoTrans, transposingB ? CblasTrans : CblasNoTrans, blasint(m), blasint(n),
                blasint(k), scale, a, blasint(aStride), b, blasint(bStride), keep, c, blasint(cStride))
        }
    }
}
