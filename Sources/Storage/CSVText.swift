import SwiftCSV

/// Rows of cells as text: RFC 4180, with the delimiter that the header shows (`,`, `;` or a tab).
enum CSVText {
    /// A text that is no table, and the row, from 1, that shows it.
    struct Fault: Error {
        var row: Int
        var reason: String
    }

    /// The rows of a text, each with the cells that it has.
    static func rows(of text: String) throws(Fault) -> [[String]] {
        var rows: [[String]] = []
        // A last row that ends with an empty cell is whole only with a line end.
        let whole = text.last?.isNewline == true ? text : text + "\n"
        do {
            let table = try CSV<Unread>(string: whole, delimiter: .guessed(string: whole), loadColumns: false)
            var read: [[String]] = []
            defer { rows = read }
            try table.enumerateAsArray(rowLimit: nil) { read.append($0) }
        } catch {
            throw Fault(
                row: rows.count + 1,
                reason:
                    "A quotation mark stands within a cell: put the whole cell in quotation marks and double "
                    + "those within it.")
        }
        guard whole.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
            throw Fault(row: max(1, rows.count), reason: "A quotation mark is not closed.")
        }
        return rows
    }

    /// The text of rows.
    static func text(of rows: [[String]]) -> String {
        rows.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
    }

    /// A cell, in quotation marks where it needs them.
    private static func quoted(_ cell: String) -> String {
        let needsQuotes =
            cell.unicodeScalars.contains { "\",;\t\n\r".unicodeScalars.contains($0) }
            || cell.first?.isWhitespace == true || cell.last?.isWhitespace == true
            || cell.contains { $0.isNewline }
        return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }

    /// A table whose rows are read one by one and not filled up to one length.
    private struct Unread: CSVView {
        let rows: [[String]] = []
        let columns: [String]? = nil

        init(header: [String], text: String, delimiter: CSVDelimiter, loadColumns: Bool, rowLimit: Int?) {}

        func serialize(header: [String], delimiter: CSVDelimiter) -> String { "" }
    }
}
