import SQL
import Testing

@Suite("Statements")
struct SQLQueryTests {
    @Test("Values are numbered from left to right, also when pieces are put together")
    func numbers() {
        var query: SQLQuery = "SELECT * FROM things WHERE name = \("one")"
        query.append(" AND \(SQLQuery.joined(["size > \(2)", "size < \(3)"], by: " AND "))")
        query.append(" AND count IN (\(SQLQuery.list([4, 5])))")
        #expect(
            query.text
                == "SELECT * FROM things WHERE name = $1 AND size > $2 AND size < $3 AND count IN ($4, $5)")
        #expect(query.values == [.text("one"), .integer(2), .integer(3), .integer(4), .integer(5)])
    }

    @Test("What looks like a value in a text is none")
    func literals() {
        let query: SQLQuery = "SELECT '$1' WHERE a = \(true)"
        #expect(query.text == "SELECT '$1' WHERE a = $1")
        #expect(query.values == [.integer(1)])
    }
}
