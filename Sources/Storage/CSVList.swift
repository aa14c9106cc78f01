/// A list in one cell: entries between bars. A bar or a backslash within an entry has a backslash before it.
enum CSVList {
    /// The entries of a cell without the space around them; empty ones are left out.
    static func entries(of cell: String) -> [String] {
        var entries = [""]
        var isEscaped = false
        for character in cell {
            if isEscaped {
                if character != "|", character != "\\" { entries[entries.count - 1].append("\\") }
                entries[entries.count - 1].append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "|" {
                entries.append("")
            } else {
                entries[entries.count - 1].append(character)
            }
        }
        if isEscaped { entries[entries.count - 1].append("\\") }
        return entries.map(CSVCell.trimmed).filter { !$0.isEmpty }
    }

    /// A cell of entries.
    static func cell(of entries: [String]) -> String {
        entries.map { $0.replacing("\\", with: "\\\\").replacing("|", with: "\\|") }.joined(separator: " | ")
    }
}
