import Drawing
import Reports

extension PageFlow {
    /// Writes all blocks of a document, its outline with them.
    mutating func write(_ document: ReportDocument) throws(PDFError) {
        var parents: [Int32] = [0]
        for (index, block) in document.blocks.enumerated() {
            if case .heading(let level, let text, let name, let outline) = block {
                try heading(
                    level: level, text, name: name, keepWith: try lead(document.blocks[(index + 1)...]))
                // Headings of answers would make the outline long.
                guard isDrawing, level <= 2 else { continue }
                parents = Array(parents.prefix(level == 1 ? 1 : 2))
                let entry = pdf.addOutline(
                    under: level == 1 ? 0 : parents.last ?? 0,
                    title: PageStyle.cut(XMLText.plain(outline), to: 120),
                    page: page, top: y - 30)
                if level == 1 { parents.append(entry) }
            } else {
                try write(block)
            }
        }
    }

    /// How much of what follows a heading has to stand on its page, in points.
    private func lead(_ blocks: ArraySlice<ReportBlock>, paragraphs: Int = 0) throws(PDFError) -> Double {
        guard let block = blocks.first else { return 0 }
        switch block {
        case .heading: return 26 + (try lead(blocks.dropFirst()))
        // A question's text and origin say little without what follows them.
        case .paragraph(let text) where paragraphs < 2:
            let height = try height(text.plain, width: width)
            return 8 + height + (try lead(blocks.dropFirst(), paragraphs: paragraphs + 1))
        case .picture(let picture, _, _, _): return pictureHeight(picture) + 20
        case .score: return 34
        case .table: return 48
        case .pageBreak: return 0
        // A row is as high as its highest cell.
        case .bars(let scores): return max(36, try height(firstOf: scores) + 8)
        case .facts(let facts): return max(36, try height(firstOf: facts) + 8)
        case .paragraph, .notice, .items, .transcript, .code: return 36
        }
    }

    private mutating func write(_ block: ReportBlock) throws(PDFError) {
        switch block {
        case .heading: break
        case .paragraph(let text): try paragraph(PageStyle.spans(text), tag: "P")
        case .notice(let text): try notice(text)
        case .facts(let facts): try self.facts(facts)
        case .score(let score): try self.score(score)
        case .bars(let scores): try bars(scores)
        case .items(let items): try self.items(items)
        case .transcript(let passages): try transcript(passages)
        case .code(let text, let language): try code(text, language: language)
        case .picture(let picture, _, _, let caption): try self.picture(picture, caption: caption)
        case .table(let header, let rows): try table(header, rows)
        case .pageBreak:
            // A page that is hardly begun goes on.
            if y > bottom * 0.45 { try newPage() }
        }
    }

    private mutating func heading(level: Int, _ text: String, name: String, keepWith: Double) throws(PDFError)
    {
        let size = level == 1 ? 22.0 : level == 2 ? 15 : 11
        let laid = try laid([PageStyle.span(text, size: size, isBold: true)], width: width)
        space(level == 1 ? 0 : level == 2 ? 22 : 12)
        try need(laid.text.height + 6 + keepWith)
        begin("H\(level)")
        if isDrawing { pdf.beginDestination(name) }
        try flow(laid, x: Self.left)
        if isDrawing { pdf.endDestination() }
        end()
        y += level == 1 ? 12 : 5
    }

    private mutating func paragraph(_ spans: [TextSpan], tag: String) throws(PDFError) {
        begin(tag)
        try flow(try laid(spans, width: width), x: Self.left)
        end()
        y += 5
    }

    private mutating func notice(_ text: String) throws(PDFError) {
        space(4)
        begin("Note")
        let laid = try laid([PageStyle.span(text)], width: width - 16)
        try need(min(laid.text.height, 60))
        let (start, first) = (y, page)
        try flow(laid, x: Self.left + 12, ground: Ground(padding: 3))
        if isDrawing, page == first {
            pdf.setColour(PageStyle.edge)
            pdf.rectangle(x: Self.left + 3, y: start - 3, width: 3, height: y - start + 6)
            pdf.fill()
        }
        end()
        y += 10
    }

    private mutating func items(_ items: [ReportBlock.Item]) throws(PDFError) {
        begin("L")
        for item in items {
            let signX = Self.left + (item.mark == .detail ? 40 : 0)
            let isDay = if case .day = item.mark { true } else { false }
            let x = signX + (isDay ? 40 : item.mark == .detail ? 10 : 16)
            let words = ReportText.joined(item.text.runs.filter { $0.link == nil })
            begin("LI")
            try flow(
                try laid(PageStyle.spans(words), width: width - (x - Self.left)), x: x,
                label: Label(
                    spans: [PageStyle.span(item.mark.sign, PageStyle.data, isBold: true)], x: signX,
                    width: 40))
            for run in item.text.runs {
                guard let link = run.link else { continue }
                try flow(
                    try laid([PageStyle.span(run.text, PageStyle.data)], width: width - (x - Self.left)),
                    x: x, link: link)
            }
            end()
            y += 3
        }
        end()
        y += 3
    }

    private mutating func transcript(_ passages: [ReportBlock.Passage]) throws(PDFError) {
        let indent = 38.0
        for passage in passages {
            begin("P")
            try flow(
                try laid(PageStyle.spans(passage.text), width: width - indent), x: Self.left + indent,
                label: Label(
                    spans: [PageStyle.span(passage.time, PageStyle.dim, size: 8)], x: Self.left, width: 34))
            end()
            y += 3
        }
        y += 3
    }

    private mutating func code(_ text: String, language: CodeLanguage?) throws(PDFError) {
        if let language {
            // The name stands on the page of the first line.
            try need(32)
            try paragraph([PageStyle.span(language.name, PageStyle.dim, size: 8.5)], tag: "P")
        }
        let all = XMLText.lines(text)
        let lines = all.prefix((all.lastIndex { !$0.isEmpty } ?? 0) + 1)
        begin("P")
        for line in lines {
            var span = PageStyle.span(line.isEmpty ? " " : line, size: 8.5)
            span.isMonospaced = true
            try flow(
                try laid([span], width: width - 12, breaking: .anywhere), x: Self.left + 6,
                ground: Ground(padding: 0))
        }
        end()
        y += 6
    }

    private mutating func picture(_ picture: Picture, caption: String) throws(PDFError) {
        let scale = width / picture.width
        let height = pictureHeight(picture)
        try need(height + (caption.isEmpty ? 0 : 16))
        begin("Figure")
        if isDrawing {
            pdf.save(x: Self.left, y: y, scale: scale)
            try draw(picture.shapes, of: picture)
            pdf.restore()
        }
        y += height + 2
        if !caption.isEmpty {
            try flow(
                try laid([PageStyle.span(caption, PageStyle.dim, size: 8.5)], width: width), x: Self.left)
        }
        end()
        y += 6
    }

    /// How high a picture is drawn, in points.
    private func pictureHeight(_ picture: Picture) -> Double {
        picture.height * width / max(picture.width, 1)
    }
}
