/// Writes results for people: titles, paragraphs, labelled figures and lists, wrapped to the terminal.
struct Page {
    let palette: Palette
    /// Whether nothing is written, because the result is a JSON document.
    var isSilent = false

    /// How far the text of a section stands in.
    static let indent = "  "

    private var columns: Int { Terminal.output.columns }

    func space() { put() }

    private func put(_ text: TerminalText = "") {
        if !isSilent { Terminal.output.print(text) }
    }

    /// A line over the whole width that begins a part of the interview.
    func rule(_ text: String) {
        let line = String(repeating: "─", count: max(3, columns - text.count - 4))
        put("\n\(palette.accent("── "))\(palette.bold(text))\(palette.accent(" " + line))")
    }

    /// The name of a file or an interview.
    func title(_ text: String) { put("\n\(palette.bold(text))") }

    /// The name of a section.
    func heading(_ text: String) { put("\n\(Self.indent)\(palette.bold(text))") }

    /// A line that was laid out elsewhere.
    func line(_ text: TerminalText) { put(text) }

    /// Running text.
    func paragraph(_ text: String, style: (String) -> TerminalText = { TerminalText($0) }) {
        for line in TextLayout.wrap(text, columns: columns, first: Self.indent, rest: Self.indent) {
            put(style(line))
        }
    }

    /// What to type next, behind what it is for. A command stands on one line, so that it can be copied: below, where both are too
    /// long for one.
    func next(_ text: String, command: String) {
        if Self.indent.count + text.count + 1 + command.count <= columns {
            put("\(Self.indent)\(text) \(command)")
        } else {
            paragraph(text)
            put("\(Self.indent)\(Self.indent)\(command)")
        }
    }

    /// A list entry behind a mark such as `+`; its lines are set off by the mark's width.
    func item(_ text: String, mark: String, style: (String) -> TerminalText = { TerminalText($0) }) {
        let hang = String(repeating: " ", count: Self.indent.count + mark.count + 1)
        for (index, line) in TextLayout.wrap(text, columns: columns - hang.count).enumerated() {
            put(index == 0 ? "\(Self.indent)\(style(mark)) \(line)" : "\(hang)\(line)")
        }
    }

    /// A figure with its name in front and a remark behind it.
    func figure(_ name: String, _ value: String, remark: String = "") {
        let head = Self.indent + TextLayout.left(name, 22)
        let lines = TextLayout.wrap(
            remark.isEmpty ? value : "\(value)  \(remark)", columns: columns - head.count, first: "", rest: ""
        )
        for (index, line) in lines.enumerated() {
            put(TerminalText((index == 0 ? head : String(repeating: " ", count: head.count)) + line))
        }
    }

    /// A score of 0...100 as a figure and a bar.
    func score(_ name: String, _ value: Double?, remark: String = "") {
        guard let value else { return figure(name, "–", remark: remark) }
        let number = TextLayout.right(TextLayout.number(value), 3)
        let bar = TextLayout.bar(value / 100, width: 20)
        let head = Self.indent + TextLayout.left(name, 22)
        put("\(head)\(palette.score(value, "\(number) \(bar)"))\(remark.isEmpty ? "" : "  " + remark)")
    }
}
