/// Finds the peaks of a contour that are set apart by dips on both sides: a pure state machine.
struct PeakPicker: Sendable {
    /// One value of the contour.
    struct Point: Sendable {
        var frame: Int
        var levelDB: Float
        var isVoiced: Bool
    }

    private enum State: Sendable {
        case start
        /// Looking for the top; the highest point so far.
        case rising(Point)
        /// Looking for the bottom; the lowest level so far.
        case falling(Float)
    }

    private let dipDB: Float
    private var state = State.start

    init(dipDB: Float) { self.dipDB = dipDB }

    /// Takes the next point; returns a peak when the contour has dipped after it.
    mutating func process(_ point: Point) -> Point? {
        switch state {
        case .start:
            state = .falling(point.levelDB)
        case .falling(let bottom):
            state = point.levelDB >= bottom + dipDB ? .rising(point) : .falling(min(bottom, point.levelDB))
        case .rising(let top):
            guard point.levelDB <= top.levelDB - dipDB else {
                state = .rising(point.levelDB > top.levelDB ? point : top)
                return nil
            }
            state = .falling(point.levelDB)
            return top
        }
        return nil
    }

    /// Ends the contour: what follows is silence, so the top that is open counts.
    mutating func finish() -> Point? {
        defer { state = .start }
        guard case .rising(let top) = state else { return nil }
        return top
    }
}
