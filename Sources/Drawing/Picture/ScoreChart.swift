import Speech

/// Scores in the order of time as a line, each with its number and a name under it.
public struct ScoreChart: Sendable {
    /// One score.
    public struct Point: Sendable, Hashable {
        /// What stands under it, such as a date; one line.
        public var name: String
        /// The score, 0...100; `nil` leaves the line open.
        public var score: Double?

        /// A score with its name.
        public init(name: String, score: Double?) {
            self.name = name
            self.score = score.flatMap { $0.isFinite ? min(max($0, 0), 100) : nil }
        }
    }

    /// The picture.
    public let picture: Picture
    /// What it shows, as a sentence.
    public let summary: String

    private static let top = 22.0
    private static let plotHeight = 150.0
    private static let bottom = 34.0
    private static let (left, right) = (52.0, 724.0)
    /// The size of the names, the room between two of them, and what each has at least, in pixels.
    private static let (nameSize, nameGap, nameRoom) = (11.0, 6.0, 76.0)

    /// The picture of scores, the newest last.
    public init(_ points: [Point]) {
        let sheet = PictureSheet.column
        var picture = Picture(width: sheet.width, height: Self.top + Self.plotHeight + Self.bottom)
        picture.rectangle(x: 0, y: 0, width: picture.width, height: picture.height, style: "ground")
        for score in stride(from: 0.0, through: 100, by: 25) {
            let y = Self.y(score)
            picture.line(x1: Self.left, y1: y, x2: Self.right, y2: y, style: "rule")
            picture.text("\(FixedPoint(score))", x: Self.left - 10, y: y + 4, style: "name", anchor: .end)
        }
        let step = (Self.right - Self.left) / Double(max(points.count, 1))
        let x = { (index: Int) in Self.left + (Double(index) + 0.5) * step }
        picture.path(Self.line(points, x: x), style: "line")
        let names = points.map {
            TextWidth.fitted($0.name, size: Self.nameSize, into: max(step - Self.nameGap, Self.nameRoom))
        }
        let widest = names.map { TextWidth.pixels($0, size: Self.nameSize) }.max() ?? 0
        // A name that its neighbours leave no room for is left out, rather than cut: the last one is always told.
        let every = max(1, Int(((widest + Self.nameGap) / step).rounded(.up)))
        for (index, point) in points.enumerated() {
            if (points.count - 1 - index).isMultiple(of: every) {
                picture.text(
                    names[index], x: x(index), y: Self.top + Self.plotHeight + 22, style: "name",
                    anchor: .middle)
            }
            guard let score = point.score else { continue }
            var dot = PathData()
            dot.circle(x(index), Self.y(score), radius: 4)
            picture.path(dot, style: "block")
            if step > 24 {
                picture.text(
                    "\(FixedPoint(score))", x: x(index), y: Self.y(score) - 9, style: "clock", anchor: .middle
                )
            }
        }
        self.picture = picture
        let told = points.map { "\($0.name): \($0.score.map { "\(FixedPoint($0))" } ?? "no score")" }
        summary = "Scores of 0 to 100 in the order of time. " + told.joined(separator: ", ") + "."
    }

    private static func y(_ score: Double) -> Double { top + plotHeight * (1 - score / 100) }

    private static func line(_ points: [Point], x: (Int) -> Double) -> PathData {
        var data = PathData()
        var isOpen = true
        for (index, point) in points.enumerated() {
            guard let score = point.score else {
                isOpen = true
                continue
            }
            if isOpen { data.move(x(index), y(score)) } else { data.line(x(index), y(score)) }
            isOpen = false
        }
        return data
    }
}
