public import FoundationEssentials

/// When an interview is to be held, and how late that may be changed.
public struct InterviewSchedule: Sendable, Hashable, Codable {
    /// How long an interview may be planned to take, in minutes.
    public static let durations = 1...1440
    /// How long an interview takes where nobody said, in minutes.
    public static let usualMinutes = 30
    /// How long before its beginning people may be reminded, in minutes: four weeks at most, as calendars have it.
    public static let reminders = 0...40_320
    /// The most reminders.
    public static let limitReminders = 5

    /// When it begins.
    public var start: Date
    /// How long it is planned to take, in minutes, within `durations`.
    public var durationMinutes: Int { didSet { durationMinutes = Self.duration(durationMinutes) } }
    /// Where people meet: an address on the net or a room.
    public var place: String?
    /// Whether it may be moved to another time.
    public var allowsRescheduling: Bool
    /// It may be moved until so many hours before it begins.
    public var rescheduleDeadlineHours: Int
    /// How often it was moved; each move makes a calendar's entry newer.
    public var moves: Int
    /// So many minutes before it begins people are reminded, the earliest first; each within `reminders`.
    public var reminderMinutes: [Int] { didSet { reminderMinutes = Self.reminders(reminderMinutes) } }

    /// A schedule; what is out of bounds is brought to the nearest that is in them.
    public init(
        start: Date, durationMinutes: Int = usualMinutes, place: String? = nil,
        allowsRescheduling: Bool = true, rescheduleDeadlineHours: Int = 0, moves: Int = 0,
        reminderMinutes: [Int] = [1440, 15]
    ) {
        self.start = start
        self.durationMinutes = Self.duration(durationMinutes)
        self.place = place
        self.allowsRescheduling = allowsRescheduling
        self.rescheduleDeadlineHours = max(0, rescheduleDeadlineHours)
        self.moves = max(0, moves)
        self.reminderMinutes = Self.reminders(reminderMinutes)
    }

    /// Reads a schedule; all but its start may be left out.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let usual = InterviewSchedule(start: try container.decode(Date.self, forKey: .start))
        func value<Value: Decodable>(_ key: CodingKeys, _ usual: Value) throws -> Value {
            try container.decodeIfPresent(Value.self, forKey: key) ?? usual
        }
        self.init(
            start: usual.start, durationMinutes: try value(.durationMinutes, usual.durationMinutes),
            place: try container.decodeIfPresent(String.self, forKey: .place),
            allowsRescheduling: try value(.allowsRescheduling, usual.allowsRescheduling),
            rescheduleDeadlineHours: try value(.rescheduleDeadlineHours, usual.rescheduleDeadlineHours),
            moves: try value(.moves, usual.moves),
            reminderMinutes: try value(.reminderMinutes, usual.reminderMinutes))
    }

    /// When it is planned to end.
    public var end: Date { start.addingTimeInterval(Double(durationMinutes) * 60) }

    /// The last moment at which it may be moved.
    public var rescheduleDeadline: Date { start.addingTimeInterval(-Double(rescheduleDeadlineHours) * 3600) }

    /// The same at another time, with all that was settled about it.
    public func moved(to start: Date) -> InterviewSchedule {
        var other = self
        other.start = start
        return other
    }

    /// Whether both take the same time, even if only in part; one may begin when the other ends.
    public func overlaps(_ other: InterviewSchedule) -> Bool { start < other.end && other.start < end }

    private static func duration(_ minutes: Int) -> Int {
        min(max(minutes, durations.lowerBound), durations.upperBound)
    }

    private static func reminders(_ minutes: [Int]) -> [Int] {
        let allowed = Set(minutes.map { min(max($0, reminders.lowerBound), reminders.upperBound) })
        return Array(allowed.sorted(by: >).prefix(limitReminders))
    }
}
