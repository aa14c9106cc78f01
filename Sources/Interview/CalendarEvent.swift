public import FoundationEssentials

/// An entry of a calendar, as programs for mail and calendars read it (RFC 5545).
///
/// ```swift
/// let event = CalendarEvent(interview, candidate: ada, interviewer: grace)
/// let text = try event?.text(.request, at: now)     // BEGIN:VCALENDAR ...
/// ```
public struct CalendarEvent: Sendable, Hashable {
    /// How settled it is.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// Not settled yet.
        case tentative = "TENTATIVE"
        /// Settled.
        case confirmed = "CONFIRMED"
        /// Called off.
        case cancelled = "CANCELLED"
    }

    /// Something that makes people remember it.
    public struct Reminder: Sendable, Hashable {
        /// How.
        public enum Way: Sendable, Hashable {
            /// Shown by the calendar.
            case popup
            /// Sent by the calendar to those who are invited; left out where nobody is.
            case email
        }

        /// So many minutes before it begins.
        public var minutes: Int
        /// How.
        public var way: Way

        /// A reminder; `minutes` below 0 is at the beginning.
        public init(minutes: Int, way: Way = .popup) {
            self.minutes = max(0, minutes)
            self.way = way
        }
    }

    /// A name that no other entry has and that stays when it is moved.
    public var uid: String
    /// How often it was changed in a way that matters to people; a larger number takes the place of a smaller.
    public var sequence: Int
    /// When it begins; a calendar has whole seconds.
    public var start: Date
    /// When it ends.
    public var end: Date
    /// What it is, in a line.
    public var summary: String
    /// What there is to know; empty for nothing.
    public var details: String
    /// Where; `nil` where nobody said.
    public var place: String?
    /// Who invites; `nil` for nobody.
    public var organizer: CalendarPerson?
    /// Who is invited.
    public var attendees: [CalendarPerson]
    /// How settled it is.
    public var status: Status
    /// What makes people remember it.
    public var reminders: [Reminder]

    /// An entry; one that ends before it begins ends when it begins.
    public init(
        uid: String, sequence: Int = 0, start: Date, end: Date, summary: String, details: String = "",
        place: String? = nil, organizer: CalendarPerson? = nil, attendees: [CalendarPerson] = [],
        status: Status = .confirmed, reminders: [Reminder] = [Reminder(minutes: 1440), Reminder(minutes: 15)]
    ) {
        self.uid = uid
        self.sequence = max(0, sequence)
        self.start = start
        self.end = max(start, end)
        self.summary = summary
        self.details = details
        self.place = place
        self.organizer = organizer
        self.attendees = attendees
        self.status = status
        self.reminders = reminders
    }

    /// The same, called off: newer than the one that it takes back (RFC 5546, section 2.1.4). One that is called off stays as it is.
    var calledOff: CalendarEvent {
        guard status != .cancelled else { return self }
        var event = self
        event.status = .cancelled
        event.sequence += 1
        return event
    }

    /// The entry alone as the text of a file of the type `text/calendar`, in UTF-8.
    ///
    /// - Parameters:
    ///   - method: what whoever gets it is to do.
    ///   - date: when it is written.
    /// - Throws: `CalendarError.missing`, `beyondCalendars`.
    public func text(_ method: CalendarMethod, at date: Date) throws(CalendarError) -> String {
        try Self.text(of: [self], method, at: date)
    }

    /// Several entries as one text.
    ///
    /// - Throws: `CalendarError.missing`, `beyondCalendars`.
    public static func text(
        of events: [CalendarEvent], _ method: CalendarMethod, at date: Date
    ) throws(CalendarError) -> String {
        var writer = CalendarWriter(method: method, date: date)
        for event in events { try writer.write(event) }
        return writer.text
    }
}
