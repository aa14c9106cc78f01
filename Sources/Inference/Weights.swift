import Foundation

/// Numbers of a mapped file, as a matrix: the first dimension is its rows, all others together are its columns.
public struct Weights: Sendable {
    private let data: Data
    private let start: Int
    /// How many rows there are.
    public let rows: Int
    /// How many numbers a row has.
    public let columns: Int

    init(data: Data, start: Int, rows: Int, columns: Int) {
        self.data = data
        self.start = start
        self.rows = rows
        self.columns = columns
    }

    /// Calls a function with the numbers, row after row.
    func withValues<Result>(_ body: (UnsafeBufferPointer<Float>) -> Result) -> Result {
        data.withUnsafeBytes { bytes in
            // A file of weights is mapped at the start of a page, and its tensors lie at multiples of four.
            let place = UnsafeRawBufferPointer(rebasing: bytes[start..<start + 4 * rows * columns])
            return place.withMemoryRebound(to: Float.self, body)
        }
    }

    /// The numbers, copied.
    public var values: [Float] { withValues { Array($0) } }

    /// A row, copied.
    public func row(_ row: Int) -> [Float] {
        precondition(row >= 0 && row < rows, "a row that is there")
        return withValues { Array($0[(row * columns)..<((row + 1) * columns)]) }
    }

    /// The mean of all rows; zeros when there are none.
    public var meanRow: [Float] {
        withValues { values in
            var sums = [Float](repeating: 0, count: columns)
            sums.withUnsafeMutableBufferPointer { sums in
                for row in 0..<rows {
                    for column in 0..<columns { sums[column] += values[row * columns + column] }
                }
            }
            return sums.map { rows == 0 ? 0 : $0 / Float(rows) }
        }
    }
}
