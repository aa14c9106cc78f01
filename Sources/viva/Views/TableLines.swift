/// Rows of texts as lines, their columns one below the other; the first column is a number.
struct TableLines {
    let palette: Palette

    /// Prints rows of as many cells each.
    func print(_ rows: [[String]]) {
        let shown = rows.map { $0.map { TerminalText.visible($0) } }
        let widths = (shown.first ?? []).indices.map { column in shown.map { $0[column].count }.max() ?? 0 }
        for row in shown {
            guard let number = row.first, let width = widths.first else { continue }
            let cells = zip(row, widths).dropFirst().map { TextLayout.left($0, $1) }.joined(separator: "  ")
            let line = String(cells.reversed().drop { $0 == " " }.reversed())
            Terminal.output.print("\(palette.bold(TextLayout.right(number, width)))  \(line)")
        }
    }
}
