/// A connection inside a transaction, lent for the time of it.
public protocol SQLConnection {
    /// How it writes what is not written the same everywhere.
    var dialect: SQLDialect { get }

    /// Runs a statement and returns its rows; none for one that returns none.
    ///
    /// - Throws: `SQLError`.
    func rows(_ query: SQLQuery) throws(SQLError) -> [SQLRow]

    /// Runs a statement that changes rows, and returns how many it changed.
    ///
    /// - Throws: `SQLError`.
    @discardableResult
    func run(_ query: SQLQuery) throws(SQLError) -> Int
}

extension SQLConnection {
    /// The first row, if there is one.
    public func row(_ query: SQLQuery) throws(SQLError) -> SQLRow? { try rows(query).first }

    /// The row that an `INSERT ... RETURNING` or an aggregate always gives.
    ///
    /// - Throws: `SQLError.failed` when there is none.
    public func oneRow(_ query: SQLQuery) throws(SQLError) -> SQLRow {
        guard let row = try rows(query).first else {
            throw .failed(statement: query.text, reason: "it gave no row")
        }
        return row
    }
}
