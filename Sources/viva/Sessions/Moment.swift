import ArgumentParser
import FoundationEssentials

/// A moment as people write it (`WrittenTime`), on the clock of this machine; a day is its beginning here.
struct Moment: ExpressibleByArgument {
    let date: Date
    /// Where what was written ends: a day where the next one begins, a time at once.
    let end: Date

    init?(argument: String) {
        guard let written = WrittenTime(argument: argument), let date = written.date(in: .current),
            let end = written.end(in: .current)
        else { return nil }
        self.date = date
        self.end = end
    }

    /// A moment for people, in the time of this machine or of a zone: `2026-11-22 14:05`.
    static func text(_ date: Date, in zone: TimeZone = .current) -> String {
        let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: zone)
        return String(
            style.year().month().day().time(includingFractionalSeconds: false).format(date).dropLast(3))
    }

    /// The day of a moment, in the time of this machine or of a zone: `2026-11-22`.
    static func day(_ date: Date, in zone: TimeZone = .current) -> String {
        String(text(date, in: zone).prefix(10))
    }
}
