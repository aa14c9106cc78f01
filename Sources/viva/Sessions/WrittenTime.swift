import ArgumentParser
import FoundationEssentials

/// A time as people write it: a day such as `2026-12-01`, or a day with a time such as `2026-12-01T10:00`, `2026-12-01 10:00:30`,
/// `2026-12-01T09:00:00Z` or `2026-12-01T10:00+01:00`. Where it does not say how far from UTC, the zone decides in which it is read.
struct WrittenTime: ExpressibleByArgument, Hashable {
    private let fields: DateComponents
    /// How far its clock is ahead of UTC, in seconds; `nil` where it does not say.
    private let offsetSeconds: Int?
    /// Whether it names a time, and not only a day.
    let hasTime: Bool

    init?(argument: String) {
        var text = WrittenDigits(argument)
        guard let year = text.number(4), text.take("-"), let month = text.number(2), text.take("-"),
            let day = text.number(2)
        else { return nil }
        var fields = DateComponents(year: year, month: month, day: day, hour: 0, minute: 0, second: 0)
        var offset: Int?
        hasTime = !text.isAtEnd
        if hasTime {
            guard text.take("T") || text.take(" "), let hour = text.number(2), text.take(":"),
                let minute = text.number(2)
            else { return nil }
            var second = 0
            if text.take(":") {
                guard let number = text.number(2) else { return nil }
                second = number
            }
            (fields.hour, fields.minute, fields.second) = (hour, minute, second)
            if !text.isAtEnd {
                guard let seconds = text.offsetSeconds(), text.isAtEnd else { return nil }
                offset = seconds
            }
        }
        self.fields = fields
        offsetSeconds = offset
        // No clock and no calendar has the 30th of February or 24:00.
        guard date(in: .gmt) != nil else { return nil }
    }

    /// The moment; `nil` where the clocks of the zone are put forward over it. Of the two that it names where they are put back
    /// over it, the first.
    func date(in zone: TimeZone) -> Date? {
        let calendar = calendar(in: zone)
        guard let date = calendar.date(from: fields) else { return nil }
        let found = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        let isDay = found.year == fields.year && found.month == fields.month && found.day == fields.day
        let isTime =
            found.hour == fields.hour && found.minute == fields.minute && found.second == fields.second
        // A day begins when it does, also where the clocks are put forward over midnight.
        return isDay && (isTime || !hasTime) ? date : nil
    }

    /// Where it ends: a day where the next one begins, a time at once.
    func end(in zone: TimeZone) -> Date? {
        date(in: zone).flatMap { date in
            hasTime ? date : calendar(in: zone).date(byAdding: .day, value: 1, to: date)
        }
    }

    private func calendar(in zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = offsetSeconds.flatMap { TimeZone(secondsFromGMT: $0) } ?? zone
        return calendar
    }
}
