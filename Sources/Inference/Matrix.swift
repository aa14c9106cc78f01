/// Numbers in rows and columns, row after row: activations of a network, a row for each position.
public struct Matrix: Sendable, Equatable {
    /// How many rows there are.
    public let rows: Int
    /// How many numbers a row has.
    public let columns: Int
    /// The numbers, row after row.
    public var values: [Float]

    /// A matrix of numbers that are there; `values` has `rows * columns` of them.
    public init(rows: Int, columns: Int, values: [Float]) {
        precondition(
            rows >= 0 && columns >= 0 && values.count == rows * columns,
            "a matrix has as many numbers as places")
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    /// A matrix of one number everywhere.
    public init(rows: Int, columns: Int, repeating value: Float = 0) {
        self.init(rows: rows, columns: columns, values: [Float](repeating: value, count: rows * columns))
    }

    /// A row's numbers.
    public subscript(row row: Int) -> ArraySlice<Float> { values[row * columns..<(row + 1) * columns] }

    /// The first rows.
    public func prefix(rows count: Int) -> Matrix {
        count >= rows
            ? self : Matrix(rows: count, columns: columns, values: Array(values[..<(count * columns)]))
    }

    /// The last rows.
    public func suffix(rows count: Int) -> Matrix {
        count >= rows
            ? self
            : Matrix(rows: count, columns: columns, values: Array(values[((rows - count) * columns)...]))
    }

    /// Adds a matrix of the same shape, number by number.
    public mutating func add(_ other: borrowing Matrix) {
        precondition(rows == other.rows && columns == other.columns, "matrices of one shape are added")
        let count = values.count
        values.withUnsafeMutableBufferPointer { sums in
            other.values.withUnsafeBufferPointer { terms in
                for index in 0..<count { sums[index] += terms[index] }
            }
        }
    }
}
