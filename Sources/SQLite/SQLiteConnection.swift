import GRDB
import SQL

/// GRDB's connection inside a transaction.
struct SQLiteConnection: SQLConnection {
    let database: Database
    let name: String

    var dialect: SQLDialect { .sqlite }

    func rows(_ query: SQLQuery) throws(SQLError) -> [SQLRow] {
        do {
            let statement = try prepared(query)
            let columns = SQLRow.Columns(statement.columnNames)
            var rows: [SQLRow] = []
            let cursor = try Row.fetchCursor(statement)
            while let row = try cursor.next() {
                rows.append(SQLRow(columns: columns, values: row.databaseValues.map(\.sqlValue)))
            }
            return rows
        } catch {
            throw SQLError(error, database: name)
        }
    }

    func run(_ query: SQLQuery) throws(SQLError) -> Int {
        do {
            let before = database.totalChangesCount
            try prepared(query).execute()
            // Rows that a foreign key deleted with these count in the total.
            return statementChanges(query, since: before)
        } catch {
            throw SQLError(error, database: name)
        }
    }

    private func statementChanges(_ query: SQLQuery, since before: Int) -> Int {
        database.totalChangesCount == before ? 0 : database.changesCount
    }

    /// The statement with its values. SQLite names a value after its number, and so does this: by place alone the first
    /// to be named would come first.
    private func prepared(_ query: SQLQuery) throws -> Statement {
        let statement = try database.cachedStatement(sql: query.text)
        let values = query.values.enumerated().map { ("\($0 + 1)", $1.databaseValue) }
        try statement.setArguments(StatementArguments(Dictionary(uniqueKeysWithValues: values)))
        return statement
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        }
    }
}

extension DatabaseValue {
    fileprivate var sqlValue: SQLValue {
        switch storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .double(let number): .real(number)
        case .string(let text): .text(text)
        case .blob(let data): .text(String(decoding: data, as: UTF8.self))
        }
    }
}
