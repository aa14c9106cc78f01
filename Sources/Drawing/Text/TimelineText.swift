public import Speech

/// An answer over time in lines of characters, for a terminal: its level, marks, pitch and a time axis.
///
/// ```
/// level  ▃▅▆▅▆▇▅   ▆▇▆▅▅▃   ▂▅▆▇▆
/// marks    F          H     R
/// pitch  ▄▅▅▄▃▃▂   ▅▄▄▃▃    ▄▄▅▃
///        └0:00     └0:05    └0:10
/// ```
///
/// A long answer becomes several rows. Each character knows what it stands for, so that whoever shows it can colour it.
public struct TimelineText: Sendable, Hashable {
    /// What a character stands for.
    public enum Style: Sendable, Hashable {
        /// A name, a time or nothing.
        case plain
        /// The level of speech.
        case level
        /// The letter of a mark.
        case mark(TimelineMark.Kind)
        /// The pitch.
        case pitch
    }

    /// A character with what it stands for.
    public struct Cell: Sendable, Hashable {
        /// One character, one column wide.
        public var character: Character
        /// What it stands for.
        public var style: Style

        /// A character of a style.
        public init(_ character: Character, _ style: Style = .plain) {
            self.character = character
            self.style = style
        }
    }

    /// A part of the answer: lines that belong under each other.
    public struct Row: Sendable, Hashable {
        /// What it shows.
        public var time: TimeRange
        /// Its lines, from top to bottom; none is longer than the columns asked for.
        public var lines: [[Cell]]
    }

    /// How much a row shows at most, in seconds.
    public static let mostSeconds = 60.0
    /// How many rows are made at most.
    public static let mostRows = 6
    /// Fewer columns than this are not filled in a way that tells anything.
    public static let leastColumns = 24

    /// The rows, in the order of time.
    public let rows: [Row]
    /// How much of the answer lies behind the last row, in seconds.
    public let hiddenSeconds: Double

    /// The lines of an answer for a terminal of `columns`, at least `leastColumns`.
    public init(_ timeline: AnswerTimeline, columns: Int) {
        let duration = timeline.durationSeconds
        let seconds = min(max(duration.rounded(.up), 5), Self.mostSeconds)
        let writer = TimelineTextWriter(
            timeline: timeline, width: max(columns, Self.leastColumns) - TimelineTextWriter.nameWidth,
            seconds: seconds)
        rows = TimelineRow.rows(of: timeline, seconds: seconds).prefix(Self.mostRows).map { row in
            Row(time: row.time, lines: writer.lines(row))
        }
        hiddenSeconds = max(0, duration - (rows.last?.time.endSeconds ?? duration))
    }
}

extension [TimelineText.Cell] {
    /// The characters alone.
    public var text: String { String(map(\.character)) }
}
