import Drawing

/// Pages that fill from the top down: texts flow over them, no line is cut, and none stands alone at either end of a page.
struct PageFlow: ~Copyable {
    let pdf: Cairo
    let paper: Paper
    /// What stands at the foot of each page.
    let title: String
    /// How many pages there will be; `nil` while that is found out, and nothing is drawn.
    let pageCount: Int?
    /// The page that is being filled, from 1.
    private(set) var page = 1
    /// Where the next part stands, in points from the top.
    var y = PageFlow.top
    /// The parts that are open, the outermost first.
    private var tags: [String] = []
    private var missingGlyphs = 0

    static let left = 54.0
    static let top = 54.0
    private static let bottomMargin = 62.0
    private static let footSize = 8.0

    init(paper: Paper, title: String, pageCount: Int?, limitBytes: Int) throws(PDFError) {
        pdf = try Cairo(width: paper.widthPoints, height: paper.heightPoints, limitBytes: limitBytes)
        self.paper = paper
        self.title = title
        self.pageCount = pageCount
        // The root of all parts, by which readers know that there are any.
        if pageCount != nil { pdf.begin("Document") }
    }

    /// How wide text is set, in points.
    var width: Double { paper.widthPoints - 2 * Self.left }
    /// Where the text of a page ends, in points from the top.
    var bottom: Double { paper.heightPoints - Self.bottomMargin }
    /// Whether something is drawn, rather than only counted.
    var isDrawing: Bool { pageCount != nil }
    /// Whether nothing stands on the page yet.
    var isPageEmpty: Bool { y <= Self.top }

    /// Lays out a text, and counts what no font has.
    mutating func laid(
        _ spans: [TextSpan], width: Double?, alignment: Pango.Alignment = .natural,
        breaking: Pango.Breaking = .betweenWords
    ) throws(PDFError) -> LaidText {
        let text = LaidText(
            try Pango(
                spans, in: pdf.context, width: width, alignment: alignment,
                breaking: breaking))
        missingGlyphs += text.text.missingGlyphs
        return text
    }

    /// How high running text is, in points; nothing is drawn.
    func height(_ text: String, width: Double) throws(PDFError) -> Double {
        try Pango([PageStyle.span(text)], in: pdf.context, width: width).height
    }

    // MARK: - Pages

    /// Leaves space, but none at the top of a page.
    mutating func space(_ points: Double) {
        if !isPageEmpty { y += points }
    }

    /// Begins a page where less than `height` is left of this one.
    mutating func need(_ height: Double) throws(PDFError) {
        if y + height > bottom, !isPageEmpty { try newPage() }
    }

    /// Ends this page and begins the next; open parts go on there.
    mutating func newPage() throws(PDFError) {
        try endPage()
        page += 1
        y = Self.top
        for tag in tags where isDrawing { pdf.begin(tag) }
    }

    private mutating func endPage(isLast: Bool = false) throws(PDFError) {
        for tag in tags.reversed() where isDrawing { pdf.end(tag) }
        if isLast, isDrawing { pdf.end("Document") }
        guard let pageCount else { return }
        let colour = PageStyle.dim
        let foot = paper.heightPoints - 34
        let name = try laid(
            [PageStyle.span(title, colour, size: Self.footSize)], width: width - 80, breaking: .cut)
        if !name.text.lines.isEmpty {
            name.text.draw(line: 0, in: pdf.context, x: Self.left, baseline: foot)
        }
        let number = try laid(
            [TextSpan(text: "\(page) of \(pageCount)", colour: colour, size: Self.footSize)], width: nil)
        number.text.draw(
            line: 0, in: pdf.context, x: paper.widthPoints - Self.left - number.text.width, baseline: foot)
        try pdf.endPage(page)
    }

    /// Ends the last page and the document.
    mutating func finish() throws(PDFError) -> PDFFile {
        try endPage(isLast: true)
        return PDFFile(bytes: try pdf.finish(), pageCount: page, missingGlyphCount: missingGlyphs)
    }

    // MARK: - Parts

    /// Begins a part, such as `P`.
    mutating func begin(_ tag: String) {
        tags.append(tag)
        if isDrawing { pdf.begin(tag) }
    }

    /// Ends the part that was begun last.
    mutating func end() {
        guard let tag = tags.popLast() else { return }
        if isDrawing { pdf.end(tag) }
    }

    // MARK: - Text

    /// A text of one line that stands beside the first line of another.
    struct Label {
        var spans: [TextSpan]
        var x: Double
        var width: Double
        var alignment = Pango.Alignment.natural
    }

    /// A ground behind a text, over the whole width.
    struct Ground {
        /// How far it reaches over and under the text, in points.
        var padding: Double
    }

    /// Draws a text over as many pages as it takes.
    ///
    /// - Parameters:
    ///   - label: what stands beside its first line.
    ///   - ground: what is drawn behind it.
    mutating func flow(
        _ laid: LaidText, x: Double, label: Label? = nil, link: String? = nil, ground: Ground? = nil
    ) throws(PDFError) {
        let lines = laid.text.lines
        var index = 0
        while index < lines.count {
            let count = fitting(lines, from: index)
            guard count > 0 else {
                try newPage()
                continue
            }
            let part = lines[index..<index + count]
            let height = part.reduce(0) { $0 + $1.height }
            if let ground { fill(ground, x: x, height: height) }
            if index == 0, let label { try draw(label, baseline: y + lines[0].baseline) }
            for line in part.indices {
                draw(
                    laid, line: line, x: x, baseline: y + lines[line].baseline - lines[index].top, link: link)
            }
            y += height
            index += count
            if index < lines.count { try newPage() }
        }
        if lines.isEmpty, let label { try draw(label, baseline: y) }
    }

    /// How many lines stand on this page: not one alone before a break, nor one alone behind it.
    private func fitting(_ lines: [Pango.Line], from index: Int) -> Int {
        let first = lines[index].top
        let fit = lines[index...].prefix { y + $0.top + $0.height - first <= bottom }.count
        let left = lines.count - index
        guard fit < left else { return left }
        var count = fit
        if left - count == 1 { count -= 1 }
        if index == 0, count == 1, left > 1 { count = 0 }
        return isPageEmpty ? max(count, 1) : count
    }

    private mutating func draw(_ label: Label, baseline: Double) throws(PDFError) {
        let text = try laid(label.spans, width: label.width, alignment: label.alignment)
        if !text.text.lines.isEmpty { draw(text, line: 0, x: label.x, baseline: baseline, link: nil) }
    }

    /// Draws one line; in a link where it leads somewhere.
    func draw(_ laid: LaidText, line: Int, x: Double, baseline: Double, link: String?) {
        guard isDrawing else { return }
        if let link { pdf.beginLink(link) }
        laid.text.draw(line: line, in: pdf.context, x: x, baseline: baseline)
        if link != nil { pdf.endLink() }
    }

    private func fill(_ ground: Ground, x: Double, height: Double) {
        guard isDrawing else { return }
        pdf.setColour(PageStyle.shade)
        pdf.rectangle(
            x: x - 6, y: y - ground.padding, width: paper.widthPoints - Self.left - x + 6,
            height: height + 2 * ground.padding)
        pdf.fill()
    }
}
