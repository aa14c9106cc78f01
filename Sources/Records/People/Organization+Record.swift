import Interview
import SQL

extension Organization: RecordValue {
    static var table: StaticString { "organizations" }
    static var noun: String { "organization" }
    static var references: SQLQuery { SQLQuery() }

    var columns: [(StaticString, any SQLConvertible)] { [("name", name), ("searched", name.folded)] }

    mutating func refer(to row: SQLRow) throws {}
}
