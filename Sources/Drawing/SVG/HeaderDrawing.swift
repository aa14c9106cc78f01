/// The top of the picture: the title, the figures, how often each kind of mark was found, and what is missing.
struct HeaderDrawing: Sendable {
    let timeline: AnswerTimeline
    let title: String

    private static let titleHeight = 20.0
    private static let figuresTop = 34.0
    private static let figuresHeight = 70.0
    private static let marksHeight = 44.0
    private static let noteStep = 22.0

    /// How high it is.
    var height: Double {
        Self.titleHeight + Self.figuresTop + Self.figuresHeight + (showsMarks ? Self.marksHeight : 0)
            + Double(timeline.notes.count) * Self.noteStep + 14
    }

    func draw(top: Double, into picture: inout Picture) {
        let room = PictureSheet.full.width - 2 * PictureSheet.full.margin
        picture.text(
            TextWidth.fitted(title, size: 20, isBold: true, into: room), x: PictureSheet.full.margin,
            y: top + 16,
            style: "title")
        var y = top + Self.titleHeight + Self.figuresTop
        for (headline, x) in zip(Headline.all(timeline), Self.columns) {
            picture.text(headline.number, x: x, y: y + 18, style: "big")
            picture.text(headline.name, x: x, y: y + 40, style: "note")
            picture.text(headline.remark, x: x, y: y + 58, style: "caption")
        }
        y += Self.figuresHeight
        if showsMarks {
            drawMarks(y: y + 26, into: &picture)
            y += Self.marksHeight
        }
        for note in timeline.notes {
            picture.text("!", x: PictureSheet.full.margin, y: y + 20, style: "clock")
            picture.text(note, x: PictureSheet.full.margin + 16, y: y + 20, style: "note")
            y += Self.noteStep
        }
    }

    /// Without speech nothing was looked for.
    private var showsMarks: Bool { !timeline.words.isEmpty || !timeline.marks.isEmpty }

    private func drawMarks(y: Double, into picture: inout Picture) {
        for (kind, x) in zip(timeline.soughtKinds, Self.columns) {
            MarkShape(kind: kind).draw(x: x + 10, y: y, into: &picture)
            let count = timeline.count(of: kind)
            picture.text(kind.counted(count), x: x + 28, y: y + 4.5, style: count > 0 ? "note" : "caption")
        }
    }

    /// The left edges of the five columns.
    private static let columns: [Double] = {
        let width = (PictureSheet.full.width - 2 * PictureSheet.full.margin) / 5
        return (0..<5).map { PictureSheet.full.margin + Double($0) * width }
    }()
}
