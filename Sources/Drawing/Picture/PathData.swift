/// A path: where a pen goes.
public struct PathData: Sendable, Hashable {
    /// One movement; places are in pixels.
    public enum Step: Sendable, Hashable {
        /// Goes to a place without drawing.
        case move(x: Double, y: Double)
        /// Draws to a place.
        case line(x: Double, y: Double)
        /// Draws to the side.
        case horizontal(x: Double)
        /// Draws up or down.
        case vertical(y: Double)
        /// Draws a circle around a place.
        case circle(x: Double, y: Double, radius: Double)
        /// Draws back to where it began.
        case close
    }

    /// The movements in their order.
    public private(set) var steps: [Step] = []

    init() {}

    /// Goes to a place without drawing.
    mutating func move(_ x: Double, _ y: Double) { steps.append(.move(x: x, y: y)) }

    /// Draws to a place.
    mutating func line(_ x: Double, _ y: Double) { steps.append(.line(x: x, y: y)) }

    /// Draws to the side.
    mutating func horizontal(to x: Double) { steps.append(.horizontal(x: x)) }

    /// Draws up or down.
    mutating func vertical(to y: Double) { steps.append(.vertical(y: y)) }

    /// Draws a circle.
    mutating func circle(_ x: Double, _ y: Double, radius: Double) {
        steps.append(.circle(x: x, y: y, radius: radius))
    }

    /// Draws back to where it began.
    mutating func close() { steps.append(.close) }
}
