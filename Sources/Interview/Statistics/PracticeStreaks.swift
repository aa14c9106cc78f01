public import FoundationEssentials

/// Days in a row with practice: with an interview in which something was answered.
public struct PracticeStreaks: Sendable, Hashable, Codable {
    /// How many days up to today or yesterday; 0 when neither had practice.
    public var currentDays: Int
    /// The longest row there ever was, in days.
    public var longestDays: Int
    /// How many days with practice there are in all.
    public var totalDays: Int
    /// When the last day with practice began; `nil` without practice.
    public var lastDay: Date?

    /// Rows of days.
    public init(currentDays: Int, longestDays: Int, totalDays: Int, lastDay: Date?) {
        self.currentDays = currentDays
        self.longestDays = longestDays
        self.totalDays = totalDays
        self.lastDay = lastDay
    }

    /// Rows of days.
    ///
    /// - Parameters:
    ///   - moments: when interviews were held, in the order of time.
    ///   - now: the moment up to which the current row counts.
    ///   - zone: whose clock the days are told by, each as it was shown at that moment.
    public init(of moments: [Date], now: Date, in zone: TimeZone) {
        let days = CalendarSpan.spans(of: moments, .day, in: zone).map(\.interval)
        var (length, longest) = (0, 0)
        var before: DateInterval?
        for day in days {
            length = before?.end == day.start ? length + 1 : 1
            longest = max(longest, length)
            before = day
        }
        let today = CalendarSpan.interval(.day, of: now, in: zone)
        let isCurrent = days.last.map { last in today.map { last.end >= $0.start } ?? false } ?? false
        self.init(
            currentDays: isCurrent ? length : 0, longestDays: longest, totalDays: days.count,
            lastDay: days.last?.start)
    }
}
