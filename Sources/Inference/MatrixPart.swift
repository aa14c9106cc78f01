/// Some columns of the first rows of numbers that stand in rows.
public struct MatrixPart {
    private let values: [Float]
    private let stride: Int
    private let firstColumn: Int
    /// How many rows count.
    let rows: Int
    /// How many columns count.
    let columns: Int

    /// Columns of a matrix; all of its rows and columns when nothing is said.
    public init(_ matrix: Matrix, from firstColumn: Int = 0, columns: Int? = nil) {
        self.init(
            matrix.values, stride: matrix.columns, from: firstColumn,
            columns: columns ?? matrix.columns - firstColumn)
    }

    /// Columns of numbers that stand in rows of `stride`.
    public init(_ values: [Float], stride: Int, from firstColumn: Int = 0, columns: Int) {
        precondition(
            firstColumn >= 0 && columns >= 0 && firstColumn + columns <= stride, "columns that are there")
        self.values = values
        self.stride = stride
        self.firstColumn = firstColumn
        self.columns = columns
        rows = stride == 0 ? 0 : values.count / stride
    }

    /// Calls a function with the place of the first number and the way from row to row.
    func withValues(_ body: (UnsafePointer<Float>, Int) -> Void) {
        values.withUnsafeBufferPointer { values in
            guard let base = values.baseAddress else { return }
            body(base + firstColumn, stride)
        }
    }
}
