import FoundationEssentials
import SQL

/// Values of one table as its rows, inside a transaction.
struct RecordRows<Value: RecordValue> {
    private let connection: any SQLConnection
    private let table: SQLQuery

    init(_ connection: any SQLConnection, _: Value.Type = Value.self) {
        self.connection = connection
        self.table = SQLQuery.trusted("\(Value.table)")
    }

    /// What is read of a row.
    static var columns: SQLQuery {
        var columns: SQLQuery = "id, uuid, body, created_at, updated_at"
        if !Value.references.isEmpty { columns.append(", \(Value.references)") }
        return columns
    }

    static func record(_ row: SQLRow) throws -> KeptRecord<Value> {
        var value: Value = try RecordCoding.value(
            try row.text("body"), kind: Value.noun, name: "\(row.integer("id"))")
        if !Value.references.isEmpty { try value.refer(to: row) }
        return KeptRecord(
            number: try row.integer("id"), value: value, createdAt: try row.date("created_at"),
            updatedAt: try row.date("updated_at"))
    }

    /// - Throws: `RecordsError.notFound`, `damaged`.
    func record(_ name: RecordName) throws -> KeptRecord<Value> {
        guard
            let row = try connection.row("SELECT \(Self.columns) FROM \(table) WHERE \(name.condition)")
        else { throw RecordsError.notFound(kind: Value.noun, name: "\(name)") }
        return try Self.record(row)
    }

    /// All rows that fulfil a condition, in the order of their numbers.
    func records(where condition: SQLQuery) throws -> [KeptRecord<Value>] {
        try connection.rows("SELECT \(Self.columns) FROM \(table) WHERE \(condition) ORDER BY id")
            .map(Self.record)
    }

    /// A page, the latest first.
    func page(_ request: PageRequest, where conditions: [SQLQuery]) throws -> RecordsPage<KeptRecord<Value>> {
        try ListQuery(columns: Self.columns, source: table, conditions: conditions, key: "id")
            .page(request, connection, Self.record)
    }

    /// Keeps a new value, with columns that it knows nothing about.
    func insert(
        _ value: Value, at date: Date, and further: [(StaticString, SQLValue)] = []
    ) throws -> KeptRecord<Value> {
        let value = try value.checked()
        let number = try connection.oneRow(
            "\(try Self.insertion(of: value, at: date, and: further)) RETURNING id"
        ).integer("id")
        try value.complete(number, connection)
        return KeptRecord(number: number, value: value, createdAt: date.kept, updatedAt: date.kept)
    }

    /// Keeps a new value, unless there is one that has the same in a column that tells them apart.
    func insert(_ value: Value, at date: Date, unlessThereIsOneOf column: SQLQuery) throws {
        try connection.run(
            """
            \(try Self.insertion(of: try value.checked(), at: date, and: []))
            ON CONFLICT (\(column)) DO NOTHING
            """)
    }

    private static func insertion(
        of value: Value, at date: Date, and further: [(StaticString, SQLValue)]
    ) throws -> SQLQuery {
        let columns: [(StaticString, SQLValue)] = [
            ("uuid", value.id.lowercased().sqlValue), ("created_at", date.sqlValue),
            ("updated_at", date.sqlValue),
        ]
        return SQLQuery.insert(into: Value.table, columns + further + (try pairs(value)))
    }

    /// Reads a value, changes it and keeps it.
    func change(_ name: RecordName, at date: Date, _ change: (inout Value) throws -> Void) throws
        -> KeptRecord<Value>
    {
        let earlier = try record(name)
        var value = earlier.value
        try change(&value)
        guard value.id == earlier.value.id else {
            throw RecordsError.invalid(field: "id", reason: "The \(Value.noun) keeps its id.")
        }
        return try update(earlier, to: value, at: date)
    }

    func update(_ earlier: KeptRecord<Value>, to value: Value, at date: Date) throws -> KeptRecord<Value> {
        let value = try value.checked()
        let columns: [(StaticString, SQLValue)] = [("updated_at", date.sqlValue)]
        try connection.run(
            "\(SQLQuery.update(Value.table, columns + (try Self.pairs(value)))) WHERE id = \(earlier.number)")
        try value.complete(earlier.number, connection)
        return KeptRecord(
            number: earlier.number, value: value, createdAt: earlier.createdAt, updatedAt: date.kept)
    }

    /// - Throws: `RecordsError.notFound`.
    func delete(_ name: RecordName) throws {
        guard try connection.run("DELETE FROM \(table) WHERE \(name.condition)") == 1 else {
            throw RecordsError.notFound(kind: Value.noun, name: "\(name)")
        }
    }

    private static func pairs(_ value: Value) throws -> [(name: StaticString, value: SQLValue)] {
        value.columns.map { ($0.0, $0.1.sqlValue) } + [("body", try RecordCoding.text(value).sqlValue)]
    }
}
