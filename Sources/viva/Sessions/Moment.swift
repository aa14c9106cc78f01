import ArgumentParser
import FoundationEssentials

/// A moment as people write it: a day (its beginning here) or a date and time of ISO 8601.
struct Moment: ExpressibleByArgument {
    let date: Date

    init?(argument: String) {
        let day = Date.ISO8601FormatStyle(timeZone: .current).year().month().day()
        // A day is the beginning of a time too: the longer form is tried first.
        guard let date = (try? Date(argument, strategy: .iso8601)) ?? Self.exactly(argument, day) else {
            return nil
        }
        self.date = date
    }

    private static func exactly(_ text: String, _ style: Date.ISO8601FormatStyle) -> Date? {
        guard let date = try? style.parse(text), style.format(date) == text else { return nil }
        return date
    }

    /// A moment for people, in the time of this machine: `2026-11-22 14:05`.
    static func text(_ date: Date) -> String {
        let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: .current)
        return String(
            style.year().month().day().time(includingFractionalSeconds: false).format(date).dropLast(3))
    }
}
