import Inference

/// The keys and values of the tokens so far in one layer, so that each is computed once.
struct KeyValueCache: Sendable {
    private let width: Int
    /// Keys and values of each token side by side.
    private var numbers: [Float] = []

    init(width: Int) { self.width = width }

    /// Takes over keys and values from rows of queries, keys and values.
    mutating func append(_ rows: [Float]) {
        for start in stride(from: 0, to: rows.count, by: 3 * width) {
            numbers += rows[(start + width)..<(start + 3 * width)]
        }
    }

    /// Forgets all but the first tokens.
    mutating func keep(first count: Int) { numbers.removeLast(max(0, numbers.count - 2 * width * count)) }

    var keys: MatrixPart { MatrixPart(numbers, stride: 2 * width, columns: width) }
    var values: MatrixPart { MatrixPart(numbers, stride: 2 * width, from: width, columns: width) }
}
