import COpenBLAS

/// Products of matrices by OpenBLAS.
enum Multiplication {
    /// About so many multiplications are worth another processor.
    private static let leastShare = 1 << 18

    /// The product of `part`, shared among the processors.
    static func product(
        m: Int, n: Int, k: Int, scale: Float = 1, a: UnsafePointer<Float>, aStride: Int,
        b: UnsafePointer<Float>, bStride: Int, transposingB: Bool, keep: Float = 0,
        c: UnsafeMutablePointer<Float>, cStride: Int
    ) {
        guard m > 0, n > 0 else { return }
        if m <= fewRows {
            Processors.share(n, least: max(1, leastShare / max(1, m * k))) { columns in
                let from = columns.lowerBound
                part(
                    m: m, n: columns.count, k: k, scale: scale, a: a, aStride: aStride,
                    b: b + (transposingB ? from * bStride : from), bStride: bStride,
                    transposingB: transposingB,
                    keep: keep, c: c + from, cStride: cStride)
            }
        } else {
            // Each part brings all of *b* into the order that OpenBLAS multiplies in, which must be worth it.
            Processors.share(m, least: max(64, leastShare / max(1, n * k))) { rows in
                let from = rows.lowerBound
                part(
                    m: rows.count, n: n, k: k, scale: scale, a: a + from * aStride, aStride: aStride, b: b,
                    bStride: bStride, transposingB: transposingB, keep: keep, c: c + from * cStride,
                    cStride: cStride)
            }
        }
    }

    /// *c = scale · a · b + keep · c*, each a part of something larger, in this thread.
    ///
    /// - Parameters:
    ///   - m: The rows of *a* and *c*.
    ///   - n: The columns of *b* and *c*.
    ///   - k: The columns of *a*, which are the rows of *b*.
    ///   - aStride: From one row of *a* to the next; likewise the others.
    ///   - transposingB: Whether *b* is stored with its columns as rows.
    static func part(
        m: Int, n: Int, k: Int, scale: Float = 1, a: UnsafePointer<Float>, aStride: Int,
        b: UnsafePointer<Float>, bStride: Int, transposingB: Bool, keep: Float = 0,
        c: UnsafeMutablePointer<Float>, cStride: Int
    ) {
        guard Processors.areSet, m > 0, n > 0 else { return }
        guard k > 0 else {
            // OpenBLAS takes no rows without numbers.
            for row in 0..<m {
                for column in 0..<n {
                    c[row * cStride + column] = keep == 0 ? 0 : keep * c[row * cStride + column]
                }
            }
            return
        }
        if m <= fewRows {
            productOfFewRows(
                m: m, n: n, k: k, scale: scale, a: a, aStride: aStride, b: b, bStride: bStride,
                transposingB: transposingB, keep: keep, c: c, cStride: cStride)
        } else {
            cblas_sgemm(
                CblasRowMajor, CblasNoTrans, transposingB ? CblasTrans : CblasNoTrans, blasint(m), blasint(n),
                blasint(k), scale, a, blasint(aStride), b, blasint(bStride), keep, c, blasint(cStride))
        }
    }

    /// Up to so many rows of *a*, it takes OpenBLAS longer to bring *b* into its own order than to multiply.
    private static let fewRows = 8
    /// So many numbers of *b* stay near the processor until the next row of *a* needs them.
    private static let nearNumbers = 48 * 1_024

    /// A product with each row of *a* by itself. A part of *b* that is read for the first one is still near for the others:
    /// a search that follows five texts reads the words' 80 MB once a token.
    private static func productOfFewRows(
        m: Int, n: Int, k: Int, scale: Float, a: UnsafePointer<Float>, aStride: Int,
        b: UnsafePointer<Float>, bStride: Int, transposingB: Bool, keep: Float,
        c: UnsafeMutablePointer<Float>, cStride: Int
    ) {
        guard transposingB else {
            for row in 0..<m {
                cblas_sgemv(
                    CblasRowMajor, CblasTrans, blasint(k), blasint(n), scale, b, blasint(bStride),
                    a + row * aStride, 1, keep, c + row * cStride, 1)
            }
            return
        }
        let step = m == 1 ? n : max(8, nearNumbers / k)
        for start in stride(from: 0, to: n, by: step) {
            for row in 0..<m {
                cblas_sgemv(
                    CblasRowMajor, CblasNoTrans, blasint(min(step, n - start)), blasint(k), scale,
                    b + start * bStride, blasint(bStride), a + row * aStride, 1, keep,
                    c + row * cStride + start, 1)
            }
        }
    }
}
