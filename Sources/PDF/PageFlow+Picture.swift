import Drawing

extension PageFlow {
    /// Draws shapes of a picture, in its own pixels.
    mutating func draw(_ shapes: [PictureShape], of picture: Picture) throws(PDFError) {
        for shape in shapes {
            switch shape {
            case .group(let group):
                pdf.save(y: group.top)
                try draw(group.shapes, of: picture)
                pdf.restore()
            case .text(let text): try draw(text, of: picture)
            case .line(let x1, let y1, let x2, let y2, let style):
                pdf.move(x: x1, y: y1)
                pdf.line(x: x2, y: y2)
                paint(picture.ink(style))
            case .rectangle(let x, let y, let width, let height, let radius, let style):
                pdf.rectangle(x: x, y: y, width: width, height: height, radius: radius)
                paint(picture.ink(style))
            case .hatched(let x, let y, let width, let height):
                hatch(x: x, y: y, width: width, height: height)
            case .path(let data, let style):
                add(data)
                paint(picture.ink(style))
            }
        }
    }

    private func paint(_ ink: PictureInk) {
        if let fill = ink.fill {
            pdf.setColour(Colour(hex: fill))
            pdf.fill(keepsPath: ink.stroke != nil)
        }
        if let stroke = ink.stroke {
            pdf.setColour(Colour(hex: stroke))
            pdf.setLine(width: ink.strokeWidth, dashes: ink.dashes, isRound: ink.isRound)
            pdf.stroke()
        }
    }

    private func add(_ data: PathData) {
        var (x, y) = (0.0, 0.0)
        for step in data.steps {
            switch step {
            case .move(let toX, let toY):
                (x, y) = (toX, toY)
                pdf.move(x: x, y: y)
            case .line(let toX, let toY):
                (x, y) = (toX, toY)
                pdf.line(x: x, y: y)
            case .horizontal(let toX):
                x = toX
                pdf.line(x: x, y: y)
            case .vertical(let toY):
                y = toY
                pdf.line(x: x, y: y)
            case .circle(let middleX, let middleY, let radius):
                pdf.circle(x: middleX, y: middleY, radius: radius)
            case .close: pdf.close()
            }
        }
    }

    /// The stripes of a pause.
    private func hatch(x: Double, y: Double, width: Double, height: Double) {
        guard width > 0, height > 0 else { return }
        pdf.save()
        pdf.clip(x: x, y: y, width: width, height: height)
        pdf.setColour(PageStyle.shade)
        pdf.rectangle(x: x, y: y, width: width, height: height)
        pdf.fill()
        pdf.setColour(PageStyle.colour(.stripe))
        pdf.setLine(width: 1.6, dashes: [], isRound: false)
        for start in stride(from: ((x - height) / 9.9).rounded(.down) * 9.9, to: x + width, by: 9.9) {
            pdf.move(x: start, y: y + height)
            pdf.line(x: start + height, y: y)
        }
        pdf.stroke()
        pdf.restore()
    }

    private mutating func draw(_ text: PictureShape.Text, of picture: Picture) throws(PDFError) {
        let ink = picture.ink(text.style, isText: true)
        var span = PageStyle.span(
            text.content, ink.fill.map { Colour(hex: $0) } ?? PageStyle.ink, size: ink.fontSize,
            isBold: ink.isBold)
        span.isStruck = ink.isStruck
        let laid = try laid([span], width: nil)
        let x =
            switch text.anchor {
            case .start: text.x
            case .middle: text.x - laid.text.width / 2
            case .end: text.x - laid.text.width
            }
        if !laid.text.lines.isEmpty { draw(laid, line: 0, x: x, baseline: text.y, link: nil) }
    }
}
