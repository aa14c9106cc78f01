/// A layer that multiplies each position by a matrix and adds a bias: *y = x Wᵀ + b*.
public struct Linear: Sendable {
    /// A row for each number that comes out, a column for each that goes in.
    public let weight: Weights
    private let bias: [Float]?

    /// A layer of its weights; a bias has a number for each row of `weight`.
    public init(weight: Weights, bias: [Float]? = nil) {
        precondition(bias.map { $0.count == weight.rows } ?? true, "a bias for each number that comes out")
        self.weight = weight
        self.bias = bias
    }

    /// What comes out for each row of `input`.
    public func callAsFunction(_ input: borrowing Matrix) -> Matrix {
        precondition(input.columns == weight.columns, "a layer gets what it was made for")
        let (rows, columns) = (input.rows, weight.rows)
        let values = [Float](unsafeUninitializedCapacity: rows * columns) { result, count in
            guard let out = result.baseAddress, rows > 0 else { return }
            if let bias {
                bias.withUnsafeBufferPointer { bias in
                    guard let bias = bias.baseAddress else { return }
                    for row in 0..<rows { (out + row * columns).initialize(from: bias, count: columns) }
                }
            } else {
                out.initialize(repeating: 0, count: rows * columns)
            }
            input.values.withUnsafeBufferPointer { input in
                guard let input = input.baseAddress else { return }
                weight.withValues { weights in
                    guard let weights = weights.baseAddress else { return }
                    Multiplication.product(
                        m: rows, n: columns, k: weight.columns, a: input, aStride: weight.columns, b: weights,
                        bStride: weight.columns, transposingB: true, keep: 1, c: out, cStride: columns)
                }
            }
            count = rows * columns
        }
        return Matrix(rows: rows, columns: columns, values: values)
    }
}
