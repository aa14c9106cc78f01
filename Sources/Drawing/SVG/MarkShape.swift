/// The shape of a kind of mark with its letter: told apart without colour, and by the letter without shape.
struct MarkShape: Sendable {
    let kind: TimelineMark.Kind

    /// Draws it around a place.
    func draw(x: Double, y: Double, into picture: inout Picture) {
        picture.path(outline(x: x, y: y), style: kind.rawValue)
        picture.text(String(kind.letter), x: x, y: y + 3.8, style: "letter", anchor: .middle)
    }

    /// The corners, as shares of half the size; none for a circle.
    private var corners: [(Double, Double)] {
        switch kind {
        case .filledPause: []
        case .lexical: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
        case .hedge: [(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)]
        case .repetition: [(-0.55, -1), (0.55, -1), (1.1, 0), (0.55, 1), (-0.55, 1), (-1.1, 0)]
        case .restart: [(-1.2, 0), (-0.5, -0.95), (1, -0.95), (1, 0.95), (-0.5, 0.95)]
        }
    }

    private func outline(x: Double, y: Double) -> PathData {
        var data = PathData()
        let radius = PlacedMark.size / 2
        guard !corners.isEmpty else {
            data.circle(x, y, radius: radius)
            return data
        }
        for (index, corner) in corners.enumerated() {
            let (px, py) = (x + corner.0 * radius, y + corner.1 * radius)
            if index == 0 { data.move(px, py) } else { data.line(px, py) }
        }
        data.close()
        return data
    }
}
