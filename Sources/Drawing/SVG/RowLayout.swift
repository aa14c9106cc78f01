/// Where the lanes of a row lie, from its top downwards. A lane of which nothing is known has no place.
struct RowLayout: Sendable {
    /// A lane between two heights.
    struct Lane: Sendable {
        let top: Double
        let bottom: Double

        var height: Double { bottom - top }
        var middle: Double { (top + bottom) / 2 }

        /// The place of a share of the height, from the bottom up.
        func y(_ share: Double) -> Double { bottom - share * height }
    }

    /// The times.
    let ruler: Lane
    /// The level, or the stretches of speech where it is not known.
    let level: Lane
    /// The shapes of the marks.
    let marks: Lane?
    let words: Lane?
    let pitch: Lane?
    let pace: Lane?
    /// How high a row is, without the space to the next.
    let height: Double

    /// The distance of two lines of words.
    static let wordStep = 17.0
    /// The space between two rows.
    static let gap = 40.0

    init(_ timeline: AnswerTimeline, wordLines: Int) {
        var end = 0.0
        /// The next lane down.
        func lane(_ height: Double, after space: Double) -> Lane {
            defer { end += space + height }
            return Lane(top: end + space, bottom: end + space + height)
        }
        ruler = lane(18, after: 0)
        level = lane(timeline.levelsDBFS == nil ? 24 : 60, after: 6)
        marks = timeline.marks.isEmpty ? nil : lane(PlacedMark.size, after: 7)
        words = wordLines == 0 ? nil : lane(Double(wordLines) * Self.wordStep, after: 5)
        pitch = timeline.pitch == nil ? nil : lane(62, after: 10)
        pace = timeline.pace == nil ? nil : lane(56, after: 12)
        height = end
    }
}
