/// SVG that is being written: well-formed whatever is put into it, as every text is escaped and every number formatted
/// here.
struct Markup: Sendable {
    private(set) var text = ""

    /// What of a text stands at its place.
    enum Anchor: String {
        case start, middle, end
    }

    /// An element around others, which is moved down by `top`.
    mutating func group(
        _ style: String? = nil, title: String? = nil, top: Double = 0, content: (inout Markup) -> Void
    ) {
        text += "<g"
        attribute("class", style)
        if top > 0 { attribute("transform", "translate(0 \(SVGNumber(top)))") }
        text += ">"
        self.title(title)
        content(&self)
        text += "</g>\n"
    }

    /// A line of text, with its left edge, middle or right edge at `x` and its baseline at `y`.
    ///
    /// With a `length` it is set as wide as that, whatever the typeface, so that what is drawn under it fits.
    mutating func text(
        _ content: String, x: Double, y: Double, style: String, anchor: Anchor = .start,
        length: Double? = nil,
        title: String? = nil
    ) {
        text += "<text"
        attribute("x", x)
        attribute("y", y)
        attribute("class", style)
        if anchor != .start { attribute("text-anchor", anchor.rawValue) }
        if let length { attribute("textLength", length) }
        text += ">"
        self.title(title)
        text += XMLText.escaped(content) + "</text>\n"
    }

    /// A straight line.
    mutating func line(x1: Double, y1: Double, x2: Double, y2: Double, style: String) {
        text += "<line"
        attribute("x1", x1)
        attribute("y1", y1)
        attribute("x2", x2)
        attribute("y2", y2)
        attribute("class", style)
        text += "/>\n"
    }

    /// A rectangle, its corners rounded by `radius`.
    mutating func rectangle(
        x: Double, y: Double, width: Double, height: Double, radius: Double = 0, style: String
    ) {
        text += "<rect"
        attribute("x", x)
        attribute("y", y)
        attribute("width", max(0, width))
        attribute("height", max(0, height))
        if radius > 0 { attribute("rx", radius) }
        attribute("class", style)
        text += "/>\n"
    }

    /// A rectangle filled with a pattern.
    mutating func hatched(x: Double, y: Double, width: Double, height: Double, pattern: String) {
        text += "<rect"
        attribute("x", x)
        attribute("y", y)
        attribute("width", max(0, width))
        attribute("height", max(0, height))
        attribute("fill", "url(#\(pattern))")
        text += "/>\n"
    }

    /// A path of SVG's path data.
    mutating func path(_ data: PathData, style: String) {
        guard !data.text.isEmpty else { return }
        text += "<path"
        attribute("class", style)
        text += " d=\"\(data.text)\"/>\n"
    }

    /// Markup of this module's own.
    mutating func raw(_ markup: String) { text += markup }

    private mutating func title(_ title: String?) {
        if let title { text += "<title>\(XMLText.escaped(title))</title>" }
    }

    private mutating func attribute(_ name: String, _ value: String?) {
        if let value { text += " \(name)=\"\(XMLText.escaped(value))\"" }
    }

    private mutating func attribute(_ name: String, _ value: Double) {
        text += " \(name)=\"\(SVGNumber(value))\""
    }
}
