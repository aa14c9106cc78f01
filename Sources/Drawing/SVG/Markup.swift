/// SVG that is being written: well-formed whatever is put into it, as every text is escaped and every number formatted
/// here.
struct Markup: Sendable {
    private(set) var text = ""
    /// The identifier of the pattern for pauses.
    let hatch: String

    /// The shapes of a picture.
    mutating func draw(_ picture: Picture) { draw(picture.shapes) }

    /// Markup of this module's own.
    mutating func raw(_ markup: String) { text += markup }

    private mutating func draw(_ shapes: [PictureShape]) {
        for shape in shapes { draw(shape) }
    }

    private mutating func draw(_ shape: PictureShape) {
        switch shape {
        case .group(let group): draw(group)
        case .text(let text): draw(text)
        case .line(let x1, let y1, let x2, let y2, let style):
            text += "<line"
            attributes([("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)])
            attribute("class", style)
            text += "/>\n"
        case .rectangle(let x, let y, let width, let height, let radius, let style):
            text += "<rect"
            attributes([("x", x), ("y", y), ("width", width), ("height", height)])
            if radius > 0 { attributes([("rx", radius)]) }
            attribute("class", style)
            text += "/>\n"
        case .hatched(let x, let y, let width, let height):
            text += "<rect"
            attributes([("x", x), ("y", y), ("width", width), ("height", height)])
            attribute("fill", "url(#\(hatch))")
            text += "/>\n"
        case .path(let data, let style):
            text += "<path"
            attribute("class", style)
            text += " d=\"\(Self.text(of: data))\"/>\n"
        }
    }

    private mutating func draw(_ group: PictureShape.Group) {
        text += "<g"
        attribute("class", group.style)
        if group.top > 0 { attribute("transform", "translate(0 \(SVGNumber(group.top)))") }
        text += ">"
        title(group.title)
        draw(group.shapes)
        text += "</g>\n"
    }

    private mutating func draw(_ shape: PictureShape.Text) {
        text += "<text"
        attributes([("x", shape.x), ("y", shape.y)])
        attribute("class", shape.style)
        if shape.anchor != .start { attribute("text-anchor", shape.anchor.rawValue) }
        if let length = shape.length { attributes([("textLength", length)]) }
        text += ">"
        title(shape.title)
        text += XMLText.escaped(shape.content) + "</text>\n"
    }

    /// SVG's path data.
    private static func text(of data: PathData) -> String {
        var text = ""
        for step in data.steps {
            switch step {
            case .move(let x, let y): text += "M\(SVGNumber(x)) \(SVGNumber(y))"
            case .line(let x, let y): text += "L\(SVGNumber(x)) \(SVGNumber(y))"
            case .horizontal(let x): text += "H\(SVGNumber(x))"
            case .vertical(let y): text += "V\(SVGNumber(y))"
            case .circle(let x, let y, let radius):
                let (size, across) = (SVGNumber(radius), SVGNumber(2 * radius))
                text += "M\(SVGNumber(x - radius)) \(SVGNumber(y))"
                text += "a\(size) \(size) 0 1 0 \(across) 0a\(size) \(size) 0 1 0 -\(across) 0Z"
            case .close: text += "Z"
            }
        }
        return text
    }

    private mutating func title(_ title: String?) {
        if let title { text += "<title>\(XMLText.escaped(title))</title>" }
    }

    private mutating func attribute(_ name: String, _ value: String?) {
        if let value { text += " \(name)=\"\(XMLText.escaped(value))\"" }
    }

    private mutating func attributes(_ values: [(String, Double)]) {
        for (name, value) in values { text += " \(name)=\"\(SVGNumber(value))\"" }
    }
}
