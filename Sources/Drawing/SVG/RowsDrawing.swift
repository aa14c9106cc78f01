/// The rows of the picture, one under the other.
struct RowsDrawing: Sendable {
    /// How levels are drawn in all of them.
    let scale: LevelScale

    private let rows: [TimelineRow]
    private let width: PlotWidth
    private let layout: RowLayout
    private let level: LevelLane
    private let words: WordLane?
    private let marks: MarkLane?
    private let pitch: PitchLane?
    private let pace: PaceLane?

    init(timeline: AnswerTimeline, plan: RowPlan, sheet: PictureSheet = .full) {
        rows = TimelineRow.rows(of: timeline, seconds: plan.secondsPerRow)
        width = PlotWidth(secondsPerRow: plan.secondsPerRow, sheet: sheet)
        layout = RowLayout(timeline, wordLines: plan.wordLines)
        scale = LevelScale(levelsDBFS: timeline.levelsDBFS ?? [])
        level = LevelLane(
            lane: layout.level, levelsDBFS: timeline.levelsDBFS, scale: scale, bars: LevelBars(width))
        words = layout.words.map { WordLane(lane: $0, lines: plan.wordLines) }
        marks = layout.marks.map { MarkLane(lane: $0) }
        pitch = layout.pitch.flatMap { lane in timeline.pitch.map { PitchLane(lane: lane, pitch: $0) } }
        pace = layout.pace.flatMap { lane in timeline.pace.map { PaceLane(lane: lane, pace: $0) } }
    }

    /// How high all rows are, with the space behind each.
    var height: Double { Double(rows.count) * step }

    /// How wide a bar of the level is.
    var barWidth: Double { level.bars.width }

    func draw(top: Double, into picture: inout Picture) {
        for row in rows {
            let frame = RowFrame(row: row, width: width)
            picture.group(top: top + Double(row.index) * step) { draw(frame, into: &$0) }
        }
    }

    private func draw(_ frame: RowFrame, into picture: inout Picture) {
        RulerLane(lane: layout.ruler).draw(frame, into: &picture)
        level.draw(frame, into: &picture)
        marks?.draw(frame, into: &picture)
        words?.draw(frame, into: &picture)
        pitch?.draw(frame, into: &picture)
        pace?.draw(frame, into: &picture)
    }

    private var step: Double { layout.height + RowLayout.gap }
}
