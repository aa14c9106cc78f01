import Drawing
import Reports

extension PageFlow {
    /// A cell of a row.
    private struct Cell {
        var spans: [TextSpan]
        var x: Double
        var width: Double
        var alignment = Pango.Alignment.natural
        var tag = "TD"
        var link: String?
        var isFlushLeft = false
    }

    /// Cells beside each other, all on one page; where they stand, in points from the top.
    @discardableResult
    private mutating func row(_ cells: [Cell]) throws(PDFError) -> Double {
        var laidCells: [(cell: Cell, text: LaidText)] = []
        for cell in cells where !cell.spans.isEmpty {
            laidCells.append(
                (cell, try laid(cell.spans, width: cell.width, alignment: cell.alignment)))
        }
        let height = laidCells.map { $0.text.text.height }.max() ?? 0
        try need(height)
        let top = y
        let baseline = laidCells.compactMap { $0.text.text.lines.first?.baseline }.max() ?? 0
        begin("TR")
        for (cell, text) in laidCells {
            begin(cell.tag)
            // Words of a script from right to left stand where those of others do.
            let shift = cell.isFlushLeft ? text.text.lines.map(\.left).min() ?? 0 : 0
            let down = baseline - (text.text.lines.first?.baseline ?? baseline)
            for (index, line) in text.text.lines.enumerated() {
                draw(
                    text, line: index, x: Self.left + cell.x - shift, baseline: top + down + line.baseline,
                    link: cell.link)
            }
            end()
        }
        end()
        y = top + height + 2.5
        return top
    }

    /// More characters than this are not read in a row.
    private static let mostCharacters = 1000
    /// More characters of a score's name are not read.
    private static let mostNameCharacters = 240
    /// How wide the names of facts are set, in points.
    private static let factNameWidth = 120.0

    mutating func facts(_ facts: [ReportBlock.Fact]) throws(PDFError) {
        begin("Table")
        let name = Self.factNameWidth
        for fact in facts {
            // A row stands on one page as a whole.
            var value = [PageStyle.span(PageStyle.cut(fact.value, to: Self.mostCharacters))]
            if !fact.remark.isEmpty {
                value.append(
                    PageStyle.span("  \(PageStyle.cut(fact.remark, to: Self.mostCharacters))", PageStyle.dim))
            }
            try row([
                Cell(spans: [PageStyle.span(fact.name, PageStyle.dim)], x: 0, width: name - 8, tag: "TH"),
                Cell(spans: value, x: name, width: width - name, isFlushLeft: true),
            ])
        }
        end()
        y += 4
    }

    mutating func score(_ score: ReportBlock.Score) throws(PDFError) {
        begin("P")
        let spans = [
            PageStyle.span("\(score.name)  "), PageStyle.span(score.number, size: 22, isBold: true),
            PageStyle.span(" of 100   ", PageStyle.dim), PageStyle.span(score.stars, size: 13),
            PageStyle.span("   \(score.remark)"),
        ].filter { !$0.text.isEmpty }
        let laid = try laid(spans, width: width)
        try need(laid.text.height + 20)
        try flow(laid, x: Self.left)
        end()
        y += 4
    }

    mutating func bars(_ scores: [ReportBlock.Score]) throws(PDFError) {
        begin("Table")
        let isContents = scores.contains { !$0.target.isEmpty }
        let name = nameWidth(scores)
        let number = 26.0
        let bar = isContents ? 70.0 : 130
        for score in scores {
            let link = score.target.isEmpty ? nil : "#\(score.target)"
            let remark = name + number + 12 + (score.value == nil && !isContents ? 0 : bar + 10)
            let top = try row([
                Cell(
                    spans: [
                        PageStyle.span(
                            PageStyle.cut(score.name, to: Self.mostNameCharacters),
                            link == nil ? PageStyle.ink : PageStyle.data)
                    ],
                    x: 0, width: name - 8, tag: "TH", link: link),
                Cell(
                    spans: [PageStyle.span(score.number, isBold: true)], x: name, width: number,
                    alignment: .right),
                Cell(
                    spans: score.remark.isEmpty
                        ? [] : [PageStyle.span(PageStyle.cut(score.remark, to: 400), PageStyle.dim)],
                    x: remark, width: max(width - remark, 40)),
            ])
            if let value = score.value {
                drawBar(value, x: Self.left + name + number + 12, y: top + 3, width: bar)
            }
        }
        end()
        y += 5
    }

    /// How wide the names of scores are set; those of questions leave room for what stands behind their bars.
    private func nameWidth(_ scores: [ReportBlock.Score]) -> Double {
        guard scores.contains(where: { !$0.target.isEmpty }) else { return 130 }
        return width - (scores.contains { $0.remark.count > 14 } ? 250 : 180)
    }

    /// How high the first of rows of scores is, in points.
    func height(firstOf scores: [ReportBlock.Score]) throws(PDFError) -> Double {
        guard let first = scores.first else { return 0 }
        return try height(
            PageStyle.cut(first.name, to: Self.mostNameCharacters), width: nameWidth(scores) - 8)
    }

    /// How high the first of rows of facts is, in points.
    func height(firstOf facts: [ReportBlock.Fact]) throws(PDFError) -> Double {
        guard let first = facts.first else { return 0 }
        return try height(
            PageStyle.cut("\(first.value)  \(first.remark)", to: Self.mostCharacters),
            width: width - Self.factNameWidth)
    }

    private func drawBar(_ value: Double, x: Double, y: Double, width: Double) {
        guard isDrawing, value.isFinite else { return }
        pdf.setColour(PageStyle.rule)
        pdf.rectangle(x: x, y: y, width: width, height: 6, radius: 3)
        pdf.fill()
        let share = min(max(value / 100, 0), 1)
        guard share > 0 else { return }
        pdf.setColour(PageStyle.data)
        pdf.rectangle(x: x, y: y, width: max(width * share, 2), height: 6, radius: 3)
        pdf.fill()
    }

    mutating func table(_ header: [String], _ rows: [[String]]) throws(PDFError) {
        begin("Table")
        let first = width * 0.34
        let rest = (width - first) / Double(max(header.count - 1, 1))
        for (index, texts) in ([header] + rows).enumerated() {
            let cells = texts.map { PageStyle.cut($0, to: Self.mostCharacters) }.enumerated().map {
                column, text in
                Cell(
                    spans: text.isEmpty
                        ? [] : [PageStyle.span(text, index == 0 ? PageStyle.dim : PageStyle.ink)],
                    x: column == 0 ? 0 : first + Double(column - 1) * rest,
                    width: (column == 0 ? first : rest) - 8, tag: index == 0 || column == 0 ? "TH" : "TD")
            }
            try row(cells)
            if isDrawing {
                pdf.setColour(PageStyle.rule)
                pdf.rectangle(x: Self.left, y: y - 1, width: width, height: 0.5)
                pdf.fill()
            }
            y += 2
        }
        end()
        y += 5
    }
}
