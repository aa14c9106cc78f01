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
}
