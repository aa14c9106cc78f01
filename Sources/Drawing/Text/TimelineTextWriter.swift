import Delivery
import Speech

/// Writes the lines of a row.
struct TimelineTextWriter: Sendable {
    typealias Cell = TimelineText.Cell

    /// How much the names of the lines take.
    static let nameWidth = 8

    /// Steps between two times that are written, in seconds.
    private static let steps = [1.0, 2, 5, 10, 15, 30]
    /// The columns that a written time needs, with the space behind it.
    private static let timeColumns = 9.0

    private let timeline: AnswerTimeline
    private let levels: LevelScale
    private let secondsPerCell: Double

    /// A writer of rows of `seconds`, `width` columns wide behind the names.
    init(timeline: AnswerTimeline, width: Int, seconds: Double) {
        self.timeline = timeline
        levels = LevelScale(levelsDBFS: timeline.levelsDBFS ?? [])
        secondsPerCell = seconds / Double(width)
    }

    func lines(_ row: TimelineRow) -> [[Cell]] {
        let times = cellTimes(row)
        var lines = [named(timeline.levelsDBFS == nil ? "speech" : "level", level(row, times))]
        if !timeline.marks.isEmpty { lines.append(named("marks", marks(row, count: times.count))) }
        if let pitch = timeline.pitch { lines.append(named("pitch", self.pitch(pitch, times))) }
        return lines + [named("", axis(row, count: times.count))]
    }

    /// What each column stands for.
    private func cellTimes(_ row: TimelineRow) -> [TimeRange] {
        // The last column may be cut; one of nearly nothing is none.
        let count = max(1, Int((row.time.durationSeconds / secondsPerCell - 0.01).rounded(.up)))
        return (0..<count).map { index in
            let start = row.time.startSeconds + Double(index) * secondsPerCell
            return TimeRange(
                startSeconds: start, endSeconds: min(start + secondsPerCell, row.time.endSeconds))
        }
    }

    private func named(_ name: String, _ cells: [Cell]) -> [Cell] {
        let space = String(repeating: " ", count: Self.nameWidth - name.count)
        return (name + space).map { Cell($0) } + cells
    }

    /// A block where somebody speaks for half of the column's time, as high as the level is.
    private func level(_ row: TimelineRow, _ times: [TimeRange]) -> [Cell] {
        times.map { time in
            let spoken = row.speech.reduce(0) { $0 + $1.overlapSeconds(with: time) }
            guard spoken >= time.durationSeconds / 2, spoken > 0 else { return Cell(" ") }
            guard let values = timeline.levelsDBFS else { return Cell("▄", .level) }
            let heights = Self.values(values, in: time).map(levels.height)
            return Cell(HeightBlock.character(Distribution(heights).mean ?? 0), .level)
        }
    }

    /// The letters of the marks, each where its words begin or in the next free column.
    private func marks(_ row: TimelineRow, count: Int) -> [Cell] {
        var cells = Array(repeating: Cell(" "), count: count)
        for mark in row.marks {
            let wanted = min(
                Int((mark.time.startSeconds - row.time.startSeconds) / secondsPerCell), count - 1)
            let free = cells.indices.filter { cells[$0].character == " " }
            guard let place = free.first(where: { $0 >= wanted }) ?? free.last else { break }
            cells[place] = Cell(mark.kind.letter, .mark(mark.kind))
        }
        return cells
    }

    private func pitch(_ pitch: TimelinePitch, _ times: [TimeRange]) -> [Cell] {
        times.map { time in
            let heights = Self.values(pitch.semitones, in: time).compactMap { $0.flatMap(PitchScale.height) }
            return Distribution(heights).median.map { Cell(HeightBlock.character($0), .pitch) } ?? Cell(" ")
        }
    }

    /// The times under their columns.
    private func axis(_ row: TimelineRow, count: Int) -> [Cell] {
        var cells = Array(repeating: Cell(" "), count: count)
        let step = Self.steps.first { $0 / secondsPerCell >= Self.timeColumns } ?? 60
        var second = (row.time.startSeconds / step).rounded(.up) * step
        while second < row.time.endSeconds {
            let place = Int((second - row.time.startSeconds) / secondsPerCell + 1e-6)
            let text = "└\(ClockTime(second))"
            if place + text.count <= count {
                for (offset, character) in text.enumerated() { cells[place + offset] = Cell(character) }
            }
            second += step
        }
        return cells
    }

    /// The values of a contour in a time: those whose middle lies in it.
    private static func values<Value>(_ values: [Value], in time: TimeRange) -> ArraySlice<Value> {
        let hop = AnswerContours.hopSeconds
        let first = min(max(0, Int((time.startSeconds / hop).rounded())), values.count)
        let end = min(max(first, Int((time.endSeconds / hop).rounded())), values.count)
        return values[first..<end]
    }
}
