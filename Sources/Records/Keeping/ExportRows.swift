import SQL

/// Rows that are handed out, inside a transaction: those that cannot be read are left out and named.
struct ExportRows {
    private let connection: any SQLConnection
    /// Those that were left out.
    private(set) var unreadable: [UnreadableRecord] = []

    init(_ connection: any SQLConnection) { self.connection = connection }

    /// The values of one table that fulfil a condition, in the order of their numbers.
    mutating func records<Value: RecordValue>(where condition: SQLQuery) throws -> [KeptRecord<Value>] {
        try values(
            Value.noun, RecordRows<Value>.columns, from: .trusted("\(Value.table)"), where: condition,
            RecordRows<Value>.record)
    }

    /// What is made of the rows that fulfil a condition, in the order of their numbers.
    ///
    /// - Parameter columns: What is read of a row, with its `id`.
    mutating func values<Value>(
        _ kind: String, _ columns: SQLQuery, from table: SQLQuery, where condition: SQLQuery,
        _ value: (SQLRow) throws -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        for row in try connection.rows("SELECT \(columns) FROM \(table) WHERE \(condition) ORDER BY id") {
            do { values.append(try value(row)) } catch {
                let error = RecordsError(error)
                guard error.isDamagedRow else { throw error }
                unreadable.append(
                    UnreadableRecord(kind: kind, number: try row.integer("id"), reason: error.reason))
            }
        }
        return values
    }
}
