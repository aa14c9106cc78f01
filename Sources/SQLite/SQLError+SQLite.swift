import GRDB
import SQL

extension SQLError {
    /// What an error of SQLite's means. What is an `SQLError` already stays as it is.
    init(_ error: any Error, database name: String) {
        if error is CancellationError {
            self = .cancelled
            return
        }
        guard let error = error as? DatabaseError else {
            self = error as? SQLError ?? .failed(statement: name, reason: "\(error)")
            return
        }
        let reason = error.message ?? "SQLite gave code \(error.extendedResultCode.rawValue)"
        self =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(database: name, seconds: SQLiteDatabase.busySeconds)
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(database: name, reason: reason, copy: nil)
            case .SQLITE_FULL: .full(database: name)
            case .SQLITE_READONLY: .readOnly(database: name)
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .cannotOpen(database: name, reason: reason)
            case .SQLITE_INTERRUPT: .cancelled
            case .SQLITE_CONSTRAINT: .ruleBroken(Rule(error.extendedResultCode), detail: reason)
            default: .failed(statement: error.sql ?? name, reason: reason)
            }
    }
}

extension SQLError.Rule {
    fileprivate init(_ code: ResultCode) {
        self =
            switch code {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: .unique
            case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
            case .SQLITE_CONSTRAINT_NOTNULL: .notNull
            case .SQLITE_CONSTRAINT_CHECK: .check
            default: .other
            }
    }
}
