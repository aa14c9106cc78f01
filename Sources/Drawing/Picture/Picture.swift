/// Shapes that are drawn, in the order in which they lie on each other: what is written as SVG, and what other surfaces
/// such as the pages of a PDF draw themselves.
///
/// Lengths are in pixels from the upper left corner, downwards.
public struct Picture: Sendable, Hashable {
    /// How wide it is, in pixels.
    public let width: Double
    /// How high it is, in pixels.
    public let height: Double
    /// What was drawn so far.
    public private(set) var shapes: [PictureShape] = []
    /// How wide a bar of a level is, in pixels.
    let barWidth: Double

    init(width: Double = 0, height: Double = 0, barWidth: Double = 1) {
        self.width = width
        self.height = height
        self.barWidth = barWidth
    }

    /// How its shapes of some classes are drawn, dark on light; a style sheet of SVG says the same.
    public func ink(_ classes: String, isText: Bool = false) -> PictureInk {
        TimelineStyle(identifier: "", appearance: .light, barWidth: barWidth).ink(classes, isText: isText)
    }

    /// Shapes that belong together, moved down by `top`.
    mutating func group(
        _ style: String? = nil, title: String? = nil, top: Double = 0, content: (inout Picture) -> Void
    ) {
        var inside = Picture()
        content(&inside)
        shapes.append(
            .group(PictureShape.Group(style: style, title: title, top: top, shapes: inside.shapes)))
    }

    /// A line of text, with its left edge, middle or right edge at `x` and its baseline at `y`.
    ///
    /// With a `length` it is set as wide as that, whatever the typeface, so that what is drawn under it fits.
    mutating func text(
        _ content: String, x: Double, y: Double, style: String, anchor: PictureShape.Anchor = .start,
        length: Double? = nil, title: String? = nil
    ) {
        shapes.append(
            .text(
                PictureShape.Text(
                    content: content, x: x, y: y, style: style, anchor: anchor, length: length, title: title))
        )
    }

    /// A straight line.
    mutating func line(x1: Double, y1: Double, x2: Double, y2: Double, style: String) {
        shapes.append(.line(x1: x1, y1: y1, x2: x2, y2: y2, style: style))
    }

    /// A rectangle, its corners rounded by `radius`.
    mutating func rectangle(
        x: Double, y: Double, width: Double, height: Double, radius: Double = 0, style: String
    ) {
        shapes.append(
            .rectangle(
                x: x, y: y, width: max(0, width), height: max(0, height), radius: radius, style: style))
    }

    /// A rectangle filled with the stripes of a pause.
    mutating func hatched(x: Double, y: Double, width: Double, height: Double) {
        shapes.append(.hatched(x: x, y: y, width: max(0, width), height: max(0, height)))
    }

    /// A path.
    mutating func path(_ data: PathData, style: String) {
        if !data.steps.isEmpty { shapes.append(.path(data, style: style)) }
    }
}
