/// Brings the numbers of each position to mean 0 and variance 1, and then to a learned scale and place
/// (Ba, Kiros and Hinton 2016, "Layer Normalization").
public struct LayerNorm: Sendable {
    private let scale: [Float]
    private let shift: [Float]
    private let epsilon: Float

    /// A layer of its scale and shift, a number for each column.
    ///
    /// - Parameters:
    ///   - scale: What each column is multiplied by.
    ///   - shift: What is added to it then.
    ///   - epsilon: Is added to the variance, so that equal numbers divide by something: what the network was taught with.
    public init(scale: [Float], shift: [Float], epsilon: Float = 1e-5) {
        precondition(scale.count == shift.count, "a shift for each scale")
        self.scale = scale
        self.shift = shift
        self.epsilon = epsilon
    }

    /// Each row of `input`, normalised.
    public func callAsFunction(_ input: borrowing Matrix) -> Matrix {
        precondition(input.columns == scale.count, "a layer gets what it was made for")
        let columns = input.columns
        var output = Matrix(rows: input.rows, columns: columns, values: input.values)
        output.values.withUnsafeMutableBufferPointer { values in
            scale.withUnsafeBufferPointer { scale in
                shift.withUnsafeBufferPointer { shift in
                    Processors.share(input.rows, least: 64) { rows in
                        for row in rows {
                            normalize(values, from: row * columns, scale: scale, shift: shift)
                        }
                    }
                }
            }
        }
        return output
    }

    private func normalize(
        _ values: UnsafeMutableBufferPointer<Float>, from start: Int, scale: UnsafeBufferPointer<Float>,
        shift: UnsafeBufferPointer<Float>
    ) {
        let count = scale.count
        var sum: Float = 0
        for index in 0..<count { sum += values[start + index] }
        let mean = sum / Float(count)
        var squares: Float = 0
        for index in 0..<count {
            let difference = values[start + index] - mean
            squares += difference * difference
        }
        let factor = 1 / (squares / Float(count) + epsilon).squareRoot()
        for index in 0..<count {
            values[start + index] = (values[start + index] - mean) * factor * scale[index] + shift[index]
        }
    }
}
