public import struct FoundationEssentials.Date

/// A row of a result, read by the names of its columns.
public struct SQLRow: Sendable {
    /// The columns of a result, which all its rows share.
    public struct Columns: Sendable {
        let places: [String: Int]

        /// The names from left to right; of a name that comes twice the first counts.
        public init(_ names: [String]) {
            places = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
        }
    }

    private let columns: Columns
    private let values: [SQLValue]

    /// A row; there is a value for each column.
    public init(columns: Columns, values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// The value of a column.
    ///
    /// - Throws: `SQLError.unexpectedValue` when the result has no such column.
    public func value(_ column: String) throws(SQLError) -> SQLValue {
        guard let place = columns.places[column] else {
            throw .unexpectedValue(column: column, expected: "a column", found: "none")
        }
        return values[place]
    }

    /// A whole number; `nil` for no value.
    public func optionalInteger(_ column: String) throws(SQLError) -> Int64? {
        switch try value(column) {
        case .null: return nil
        case .integer(let number): return number
        // A sum of whole numbers is a decimal in PostgreSQL.
        case .real(let number) where Int64(exactly: number) != nil: return Int64(number)
        case let other: throw unexpected(column, "a whole number", other)
        }
    }

    /// A number; `nil` for no value.
    public func optionalReal(_ column: String) throws(SQLError) -> Double? {
        switch try value(column) {
        case .null: return nil
        case .real(let number): return number
        case .integer(let number): return Double(number)
        case let other: throw unexpected(column, "a number", other)
        }
    }

    /// A text; `nil` for no value.
    public func optionalText(_ column: String) throws(SQLError) -> String? {
        switch try value(column) {
        case .null: return nil
        case .text(let text): return text
        case let other: throw unexpected(column, "a text", other)
        }
    }

    /// A moment; `nil` for no value.
    public func optionalDate(_ column: String) throws(SQLError) -> Date? {
        try optionalInteger(column).map { Date(sqlMilliseconds: $0) }
    }

    /// A whole number.
    public func integer(_ column: String) throws(SQLError) -> Int64 {
        try present(optionalInteger(column), column, "a whole number")
    }

    /// A whole number that fits an `Int`, such as a count.
    public func count(_ column: String) throws(SQLError) -> Int { Int(try integer(column)) }

    /// A number.
    public func real(_ column: String) throws(SQLError) -> Double {
        try present(optionalReal(column), column, "a number")
    }

    /// A text.
    public func text(_ column: String) throws(SQLError) -> String {
        try present(optionalText(column), column, "a text")
    }

    /// Yes or no.
    public func flag(_ column: String) throws(SQLError) -> Bool { try integer(column) != 0 }

    /// A moment.
    public func date(_ column: String) throws(SQLError) -> Date {
        try present(optionalDate(column), column, "a moment")
    }

    private func present<Value>(
        _ value: Value?, _ column: String, _ expected: String
    ) throws(SQLError) -> Value {
        guard let value else { throw unexpected(column, expected, .null) }
        return value
    }

    private func unexpected(_ column: String, _ expected: String, _ found: SQLValue) -> SQLError {
        .unexpectedValue(column: column, expected: expected, found: "\(found)")
    }
}
