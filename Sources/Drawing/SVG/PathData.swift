/// The data of an SVG path.
struct PathData: Sendable {
    private(set) var text = ""

    /// Goes to a place without drawing.
    mutating func move(_ x: Double, _ y: Double) { text += "M\(SVGNumber(x)) \(SVGNumber(y))" }

    /// Draws to a place.
    mutating func line(_ x: Double, _ y: Double) { text += "L\(SVGNumber(x)) \(SVGNumber(y))" }

    /// Draws to the side.
    mutating func horizontal(to x: Double) { text += "H\(SVGNumber(x))" }

    /// Draws up or down.
    mutating func vertical(to y: Double) { text += "V\(SVGNumber(y))" }

    /// Draws a circle.
    mutating func circle(_ x: Double, _ y: Double, radius: Double) {
        let (size, across) = (SVGNumber(radius), SVGNumber(2 * radius))
        move(x - radius, y)
        text += "a\(size) \(size) 0 1 0 \(across) 0a\(size) \(size) 0 1 0 -\(across) 0"
        close()
    }

    /// Draws back to where it began.
    mutating func close() { text += "Z" }
}
