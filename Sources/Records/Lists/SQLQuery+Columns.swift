import SQL

extension SQLQuery {
    /// An `INSERT` of some columns.
    static func insert(
        into table: StaticString, _ pairs: [(name: StaticString, value: SQLValue)]
    ) -> SQLQuery {
        """
        INSERT INTO \(SQLQuery.trusted("\(table)"))
        (\(SQLQuery.joined(pairs.map { SQLQuery.trusted("\($0.name)") }, by: ", ")))
        VALUES (\(SQLQuery.list(pairs.map(\.value))))
        """
    }

    /// An `UPDATE` of some columns, without the condition.
    static func update(
        _ table: StaticString, _ pairs: [(name: StaticString, value: SQLValue)]
    ) -> SQLQuery {
        "UPDATE \(SQLQuery.trusted("\(table)")) SET \(SQLQuery.joined(pairs.map { "\(SQLQuery.trusted("\($0.name)")) = \($0.value)" }, by: ", "))"
    }
}
