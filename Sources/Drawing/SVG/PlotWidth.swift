import Speech

/// Where times stand from left to right.
struct PlotWidth: Sendable {
    /// So wide marks may spread, in pixels, where the time of their row takes less.
    static let leastMarksRoom = 300.0

    /// The picture they stand in.
    let sheet: PictureSheet
    /// How many pixels a second is wide.
    let pixelsPerSecond: Double

    init(secondsPerRow: Double, sheet: PictureSheet = .full) {
        self.sheet = sheet
        pixelsPerSecond = (sheet.right - sheet.left) / secondsPerRow
    }

    /// The place of a time in a row.
    func x(_ seconds: Double, in row: TimelineRow) -> Double {
        sheet.left + (seconds - row.time.startSeconds) * pixelsPerSecond
    }
}
