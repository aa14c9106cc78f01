import SQL

/// A value that has a table of its own with the columns `id`, `uuid`, `body`, `created_at` and `updated_at`.
protocol RecordValue: Codable, Sendable {
    /// The table.
    static var table: StaticString { get }
    /// What it is called in errors.
    static var noun: String { get }
    /// The columns that name other rows, which are read beside the `body`: a row that is gone is not named any more.
    static var references: SQLQuery { get }

    /// The value's id.
    var id: String { get }
    /// What the other columns say.
    var columns: [(StaticString, any SQLConvertible)] { get }
    /// The same as it can be kept.
    func checked() throws -> Self
    /// Takes over what the columns of `references` name.
    mutating func refer(to row: SQLRow) throws
    /// Does what belongs to keeping the value, in its transaction.
    func complete(_ number: Int64, _ connection: any SQLConnection) throws
}

extension RecordValue {
    func complete(_ number: Int64, _ connection: any SQLConnection) throws {}
}
