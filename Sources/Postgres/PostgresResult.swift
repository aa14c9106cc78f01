import CPQ
import SQL

/// What the server answered to one statement.
struct PostgresResult: ~Copyable {
    private let pointer: OpaquePointer?

    init(_ pointer: OpaquePointer?) { self.pointer = pointer }

    deinit { PQclear(pointer) }

    /// Whether the statement was run.
    var isGood: Bool {
        let status = PQresultStatus(pointer)
        return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK
    }

    /// The five characters that PostgreSQL gives each sort of error; empty for none.
    var state: String { PQresultErrorField(pointer, fieldSQLState).map { String(cString: $0) } ?? "" }

    /// What the server said went wrong, without the place in the statement.
    var reason: String? {
        PQresultErrorField(pointer, fieldPrimary).map { primary in
            let detail = PQresultErrorField(pointer, fieldDetail).map { ". " + String(cString: $0) }
            return String(cString: primary) + (detail ?? "")
        }
    }

    /// How many rows were changed.
    var changes: Int { PQcmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0 }

    /// The rows.
    func rows() -> [SQLRow] {
        let width = PQnfields(pointer)
        let columns = SQLRow.Columns((0..<width).map { String(cString: PQfname(pointer, $0)) })
        let types = (0..<width).map { PostgresType(rawValue: PQftype(pointer, $0)) }
        return (0..<PQntuples(pointer)).map { row in
            SQLRow(
                columns: columns,
                values: (0..<width).map { column in
                    guard PQgetisnull(pointer, row, column) == 0 else { return .null }
                    return PostgresType.value(
                        of: String(cString: PQgetvalue(pointer, row, column)), as: types[Int(column)])
                })
        }
    }

    // The fields of an error have letters for numbers in libpq's header (PG_DIAG_...).
    private var fieldSQLState: Int32 { Int32(UInt8(ascii: "C")) }
    private var fieldPrimary: Int32 { Int32(UInt8(ascii: "M")) }
    private var fieldDetail: Int32 { Int32(UInt8(ascii: "D")) }
}
