public import FoundationEssentials

/// When an interview is to be held, and how late that may be changed.
public struct InterviewSchedule: Sendable, Hashable, Codable {
    /// How long an interview may be planned to take, in minutes.
    public static let durations = 1...1440

    /// When it begins.
    public var start: Date
    /// How long it is planned to take, in minutes.
    public var durationMinutes: Int
    /// Where people meet: an address on the net or a room.
    public var place: String?
    /// Whether it may be moved to another time.
    public var allowsRescheduling: Bool
    /// It may be moved until so many hours before it begins.
    public var rescheduleDeadlineHours: Int
    /// How often it was moved; each move makes a calendar's entry newer.
    public var moves: Int
    /// So many minutes before it begins people are reminded, the earliest first.
    public var reminderMinutes: [Int]

    /// A schedule; `durationMinutes` is brought into `durations`.
    public init(
        start: Date, durationMinutes: Int = 30, place: String? = nil, allowsRescheduling: Bool = true,
        rescheduleDeadlineHours: Int = 0, moves: Int = 0, reminderMinutes: [Int] = [1440, 15]
    ) {
        self.start = start
        self.durationMinutes = min(
            max(durationMinutes, Self.durations.lowerBound), Self.durations.upperBound)
        self.place = place
        self.allowsRescheduling = allowsRescheduling
        self.rescheduleDeadlineHours = max(0, rescheduleDeadlineHours)
        self.moves = moves
        self.reminderMinutes = reminderMinutes
    }

    /// When it is planned to end.
    public var end: Date { start.addingTimeInterval(Double(durationMinutes) * 60) }

    /// The last moment at which it may be moved.
    public var rescheduleDeadline: Date { start.addingTimeInterval(-Double(rescheduleDeadlineHours) * 3600) }

    /// Whether both take the same time, even if only in part; one may begin when the other ends.
    public func overlaps(_ other: InterviewSchedule) -> Bool { start < other.end && other.start < end }
}
