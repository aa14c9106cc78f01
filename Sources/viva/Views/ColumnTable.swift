/// Rows of cells, one below the other, each column as wide as its widest cell.
struct ColumnTable {
    /// What stands in a row's column.
    struct Cell {
        var text: String
        var style: (String) -> TerminalText

        /// A text; a control character in it is shown.
        init(_ text: String, style: @escaping (String) -> TerminalText = { TerminalText($0) }) {
            self.text = TerminalText.visible(text)
            self.style = style
        }

        /// A text in at most so many characters, the last of them `…` where it has more.
        init(_ text: String, most: Int) {
            let text = TerminalText.visible(text)
            self.init(text.count > most ? text.prefix(most - 1) + "…" : text)
        }

        /// A score of 0...100, or a dash where there is none.
        init(score: Double?, _ palette: Palette) {
            guard let score else {
                self.init("–")
                return
            }
            self.init(TextLayout.number(score)) { palette.score(score, $0) }
        }
    }

    /// The names of the columns; empty for none.
    var titles: [String] = []
    /// The columns that hold numbers, counted from 0.
    var right: Set<Int> = []
    var rows: [[Cell]]

    /// The lines, the titles first. Nothing fills up the end of a line.
    func lines(_ palette: Palette) -> [TerminalText] {
        let head = titles.isEmpty ? [] : [titles.map { Cell($0, style: palette.dim) }]
        let all = head + rows
        let count = all.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            all.map { $0.indices.contains(column) ? $0[column].text.count : 0 }.max() ?? 0
        }
        return all.map { row in
            let last = row.lastIndex { !$0.text.isEmpty } ?? 0
            return row.prefix(last + 1).enumerated().reduce(into: "" as TerminalText) { line, place in
                let (column, cell) = place
                let text =
                    right.contains(column)
                    ? TextLayout.right(cell.text, widths[column])
                    : column == last ? cell.text : TextLayout.left(cell.text, widths[column])
                line += (column == 0 ? "" : "  ") + cell.style(text)
            }
        }
    }
}
