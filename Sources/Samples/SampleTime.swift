public import FoundationEssentials

/// A time of day, so many days before or after that on which sample data are made.
public struct SampleTime: Sendable, Hashable {
    /// How many days after that day; below 0 for earlier ones.
    public var day: Int
    /// How many minutes after midnight.
    public var minute: Int

    /// A time.
    public init(day: Int, minute: Int) {
        self.day = day
        self.minute = minute
    }

    /// The moment, as the clocks of a time zone show it.
    public func date(from today: Date, in timeZone: TimeZone) -> Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        var parts = calendar.dateComponents([.year, .month, .day], from: today)
        parts.day = (parts.day ?? 1) + day
        parts.hour = minute / 60
        parts.minute = minute % 60
        // A calendar without that day does not exist; a time that a clock leaves out is taken as the one after it.
        return calendar.date(from: parts) ?? today.addingTimeInterval(Double(day) * 86_400)
    }
}
