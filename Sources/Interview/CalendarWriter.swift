import FoundationEssentials

/// Writes entries as the text of a calendar: lines of at most 75 bytes that end in CR LF (RFC 5545, section 3.1).
struct CalendarWriter {
    /// The longest line, in bytes without its end.
    static let lineBytes = 75

    private let method: CalendarMethod
    private let date: Date
    private var lines: [String]

    init(method: CalendarMethod, date: Date) {
        self.method = method
        self.date = date
        lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Viva//Interviews//EN", "CALSCALE:GREGORIAN",
            "METHOD:\(method.rawValue)",
        ]
    }

    /// What was written.
    var text: String { (lines + ["END:VCALENDAR"]).map { Self.folded($0) + "\r\n" }.joined() }

    /// Writes an entry.
    ///
    /// - Throws: `CalendarError`, after which nothing of it was written.
    mutating func write(_ event: CalendarEvent) throws(CalendarError) {
        // An invitation is from somebody to somebody; what is only shown has nobody who is asked to come (RFC 5546, 3.2).
        if method != .publish, event.organizer == nil { throw .missing("an organizer", method: method) }
        if method == .request, event.attendees.isEmpty { throw .missing("an attendee", method: method) }
        let event = method == .cancel ? event.calledOff : event
        let isCancelled = event.status == .cancelled
        let attendees = method == .publish ? [] : event.attendees
        var entry = [
            "BEGIN:VEVENT", "UID:\(Self.escaped(event.uid))", "DTSTAMP:\(try Self.moment(date))",
            "DTSTART:\(try Self.moment(event.start))", "DTEND:\(try Self.moment(event.end))",
            "SEQUENCE:\(event.sequence)", "SUMMARY:\(Self.escaped(event.summary))",
        ]
        if !event.details.isEmpty { entry.append("DESCRIPTION:\(Self.escaped(event.details))") }
        if let place = event.place, !place.isEmpty { entry.append("LOCATION:\(Self.escaped(place))") }
        if let organizer = event.organizer {
            entry.append("ORGANIZER\(Self.name(organizer)):\(organizer.address)")
        }
        for person in attendees {
            let asked = isCancelled ? "" : ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
            entry.append("ATTENDEE\(Self.name(person));ROLE=REQ-PARTICIPANT\(asked):\(person.address)")
        }
        entry.append("STATUS:\(event.status.rawValue)")
        // Nobody wants to be reminded of what was called off.
        if !isCancelled {
            for reminder in event.reminders { entry += Self.alarm(reminder, of: event, attendees) }
        }
        entry.append("END:VEVENT")
        lines += entry
    }

    private static func alarm(
        _ reminder: CalendarEvent.Reminder, of event: CalendarEvent, _ attendees: [CalendarPerson]
    ) -> [String] {
        let trigger = "TRIGGER:\(duration(before: reminder.minutes))"
        let what = "DESCRIPTION:\(escaped(event.summary))"
        switch reminder.way {
        case .popup: return ["BEGIN:VALARM", "ACTION:DISPLAY", trigger, what, "END:VALARM"]
        case .email:
            guard !attendees.isEmpty else { return [] }
            return ["BEGIN:VALARM", "ACTION:EMAIL", trigger, "SUMMARY:\(escaped(event.summary))", what]
                + attendees.map { "ATTENDEE:\($0.address)" } + ["END:VALARM"]
        }
    }

    private static func duration(before minutes: Int) -> String {
        if minutes == 0 { return "PT0S" }
        return minutes.isMultiple(of: 1440) ? "-P\(minutes / 1440)D" : "-PT\(minutes)M"
    }

    /// From 1583, the first whole year of the Gregorian calendar, to the last with four figures, in seconds since 1970.
    private static let seconds = -12_212_553_600.0..<253_402_300_800.0

    /// A moment in UTC with whole seconds.
    static func moment(_ date: Date) throws(CalendarError) -> String {
        let seconds = date.timeIntervalSince1970
        guard Self.seconds.contains(seconds) else { throw .beyondCalendars(secondsSince1970: seconds) }
        let style = Date.ISO8601FormatStyle(
            dateSeparator: .omitted, dateTimeSeparator: .standard, timeSeparator: .omitted)
        return Date(timeIntervalSince1970: seconds.rounded(.down)).formatted(style)
    }

    /// A text as a value (RFC 5545, section 3.3.11): no line of it can become a line of the calendar.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if character.isNewline {
                result += "\\n"
                continue
            }
            for scalar in character.unicodeScalars {
                switch scalar {
                case "\\", ";", ",": result += "\\\(scalar)"
                case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}": result += "\\n"
                case "\t": result += "\t"
                case _ where scalar.properties.generalCategory == .control: break
                default: result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }

    /// A person's name as a parameter. It can hold neither a quotation mark nor the end of a line, and programs differ in
    /// how far they know the signs of RFC 6868 for these: an apostrophe and a space stand in their places.
    private static func name(_ person: CalendarPerson) -> String {
        var name = ""
        for scalar in person.name.unicodeScalars {
            switch scalar {
            case "\"": name += "'"
            case "^": name += "^^"
            case "\u{2028}", "\u{2029}": name += " "
            case _ where scalar.properties.generalCategory == .control: name += " "
            default: name.unicodeScalars.append(scalar)
            }
        }
        let words = name.split(separator: " ").joined(separator: " ")
        return words.isEmpty ? "" : ";CN=\"\(words)\""
    }

    /// A line in pieces of at most `lineBytes`; a piece after the first begins with a blank. None begins inside what people see
    /// as one character, unless that is longer than a line, and never inside a character of UTF-8.
    static func folded(_ line: String) -> String {
        var result = ""
        var bytes = 0
        func add(_ piece: String) {
            let size = piece.utf8.count
            if bytes + size > lineBytes {
                result += "\r\n "
                bytes = 1
            }
            result += piece
            bytes += size
        }
        for character in line {
            if character.utf8.count < lineBytes {
                add(String(character))
            } else {
                character.unicodeScalars.forEach { add(String($0)) }
            }
        }
        return result
    }
}
