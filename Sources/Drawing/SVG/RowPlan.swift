/// How an answer is broken into rows.
///
/// Words decide: the longest row is taken in which they stand at their times. An answer of a few minutes is divided
/// evenly; in a longer one a minute always begins a row.
struct RowPlan: Sendable {
    /// How long a full row is, in whole seconds.
    let secondsPerRow: Double
    /// How many lines of words a row has.
    let wordLines: Int

    /// How long a row may be, in seconds: longer ones are crowded, in shorter ones nothing is seen at a glance.
    private static let lengths = 8.0...30.0
    /// Parts of a minute.
    private static let minuteParts = [30.0, 20, 15, 12, 10]
    /// Up to this an answer is divided evenly, in seconds.
    private static let evenSeconds = 240.0
    /// A shorter answer does not fill its row, in seconds.
    private static let leastSeconds = 5.0
    private static let mostLines = 3
    /// A word that moved further than this is not at its time, in pixels.
    private static let shiftPixels = 40.0
    /// As many words may be elsewhere.
    private static let shiftedShare = 0.05

    init(_ timeline: AnswerTimeline) {
        var words: [PlacedWord] = []
        var length = Self.leastSeconds
        for candidate in Self.candidates(durationSeconds: timeline.durationSeconds) {
            length = candidate
            words = Self.words(of: timeline, secondsPerRow: candidate)
            if Self.fits(words) { break }
        }
        secondsPerRow = length
        wordLines = (words.map(\.line).max() ?? -1) + 1
    }

    /// The rows of an overview: few of them and without words, so that an answer of any length takes less than a page.
    static func overview(_ timeline: AnswerTimeline) -> RowPlan {
        let seconds = timeline.durationSeconds
        let even = max(1, (seconds / overviewSeconds).rounded(.up))
        guard even > overviewRows else {
            return RowPlan(secondsPerRow: max((seconds / even).rounded(.up), leastSeconds), wordLines: 0)
        }
        let minutes = (seconds / overviewRows / 60).rounded(.up)
        return RowPlan(secondsPerRow: minutes * 60, wordLines: 0)
    }

    /// Up to this long a row of an overview is, in seconds, as long as `overviewRows` of them do.
    private static let overviewSeconds = 75.0
    private static let overviewRows = 3.0

    private init(secondsPerRow: Double, wordLines: Int) {
        self.secondsPerRow = secondsPerRow
        self.wordLines = wordLines
    }

    /// The lengths that come into question, the longest first.
    static func candidates(durationSeconds: Double) -> [Double] {
        guard durationSeconds <= evenSeconds else { return minuteParts }
        let most = max(1, Int((durationSeconds / lengths.lowerBound).rounded(.down)))
        let least = max(1, Int((durationSeconds / lengths.upperBound).rounded(.up)))
        return (min(least, most)...most).map { rows in
            max((durationSeconds / Double(rows)).rounded(.up), leastSeconds)
        }
    }

    private static func words(of timeline: AnswerTimeline, secondsPerRow: Double) -> [PlacedWord] {
        let layout = PlotWidth(secondsPerRow: secondsPerRow)
        return TimelineRow.rows(of: timeline, seconds: secondsPerRow).flatMap { row in
            PlacedWord.words(row.words, lines: mostLines, limit: layout.sheet.textLimit) {
                layout.x($0, in: row)
            }
        }
    }

    private static func fits(_ words: [PlacedWord]) -> Bool {
        Double(words.count { $0.shift > shiftPixels }) <= shiftedShare * Double(words.count)
    }
}
