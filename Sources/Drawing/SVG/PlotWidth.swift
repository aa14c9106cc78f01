import Speech

/// Where things stand from left to right.
struct PlotWidth: Sendable {
    /// How wide the picture is.
    static let picture = 1240.0
    /// The space around everything.
    static let margin = 36.0
    /// Where the time of a row begins and ends; the lanes' names stand before it, their scales behind.
    static let left = 118.0
    static let right = 1144.0
    /// Words of the last moment may reach to here.
    static let textLimit = picture - 16

    /// How many pixels a second is wide.
    let pixelsPerSecond: Double

    init(secondsPerRow: Double) { pixelsPerSecond = (Self.right - Self.left) / secondsPerRow }

    /// The place of a time in a row.
    func x(_ seconds: Double, in row: TimelineRow) -> Double {
        Self.left + (seconds - row.time.startSeconds) * pixelsPerSecond
    }
}
