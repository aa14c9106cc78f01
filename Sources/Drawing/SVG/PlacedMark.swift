import Speech

/// A mark with the place of its shape.
struct PlacedMark: Sendable {
    /// What is marked.
    let mark: TimelineMark
    /// The middle of its shape.
    let x: Double

    /// How wide and high a shape is.
    static let size = 17.0
    /// The least distance of two.
    private static let step = size + 2

    /// The marks of a row, each at the middle of its time, moved as little as needed so that none lies on another and
    /// all lie inside `limits`.
    static func marks(
        _ marks: [TimelineMark], limits: ClosedRange<Double>, x: (Double) -> Double
    ) -> [PlacedMark] {
        // More than fit beside each other stand closer.
        let room = limits.upperBound - limits.lowerBound
        let step = min(step, room / Double(max(marks.count - 1, 1)))
        var places = marks.map { x($0.time.middleSeconds) }
        var least = limits.lowerBound
        for index in places.indices {
            places[index] = max(places[index], least)
            least = places[index] + step
        }
        var most = limits.upperBound
        for index in places.indices.reversed() {
            places[index] = min(places[index], most)
            most = places[index] - step
        }
        return zip(marks, places).map { PlacedMark(mark: $0, x: $1) }
    }
}
