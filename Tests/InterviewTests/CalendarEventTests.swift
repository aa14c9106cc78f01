import FoundationEssentials
import Testing

@testable import Interview

@Suite("Entries of calendars") struct CalendarEventTests {
    private static let now = Date(timeIntervalSince1970: 1_700_000_000)  // 2023-11-14T22:13:20Z
    private static let start = Date(timeIntervalSince1970: 1_700_040_000)

    private static func person(_ name: String, _ email: String) throws -> CalendarPerson {
        try CalendarPerson(name: name, email: email)
    }

    private static func event() throws -> CalendarEvent {
        CalendarEvent(
            uid: "a@viva", sequence: 2, start: start, end: start.addingTimeInterval(1800),
            summary: "Interview",
            details: "One", place: "Room 1", organizer: try person("Grace", "grace@example.org"),
            attendees: [try person("Ada", "ada@example.org")])
    }

    /// The lines with folds taken out.
    private static func lines(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").components(separatedBy: "\r\n").dropLast().map { $0 }
    }

    @Test("An invitation has all that RFC 5546 asks for")
    func invitation() throws {
        let text = try Self.event().text(.request, at: Self.now)
        #expect(
            Self.lines(text) == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Viva//Interviews//EN", "CALSCALE:GREGORIAN",
                "METHOD:REQUEST", "BEGIN:VEVENT", "UID:a@viva", "DTSTAMP:20231114T221320Z",
                "DTSTART:20231115T092000Z", "DTEND:20231115T095000Z", "SEQUENCE:2", "SUMMARY:Interview",
                "DESCRIPTION:One", "LOCATION:Room 1", "ORGANIZER;CN=\"Grace\":mailto:grace@example.org",
                "ATTENDEE;CN=\"Ada\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:ada@example.org",
                "STATUS:CONFIRMED", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D", "DESCRIPTION:Interview",
                "END:VALARM", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "DESCRIPTION:Interview",
                "END:VALARM", "END:VEVENT", "END:VCALENDAR",
            ])
    }

    @Test("What is called off has no reminders and asks nobody to come")
    func cancelled() throws {
        let lines = Self.lines(try Self.event().text(.cancel, at: Self.now))
        #expect(lines.contains("METHOD:CANCEL") && lines.contains("STATUS:CANCELLED"))
        #expect(!lines.contains("BEGIN:VALARM") && !lines.contains { $0.contains("RSVP") })
        #expect(lines.contains { $0.hasPrefix("ATTENDEE;CN=\"Ada\"") })
    }

    @Test("What is only shown invites nobody and needs no organizer")
    func published() throws {
        var event = try Self.event()
        event.status = .tentative
        var lines = Self.lines(try event.text(.publish, at: Self.now))
        #expect(lines.contains("STATUS:TENTATIVE") && !lines.contains { $0.hasPrefix("ATTENDEE") })
        event.organizer = nil
        lines = Self.lines(try event.text(.publish, at: Self.now))
        #expect(!lines.contains { $0.hasPrefix("ORGANIZER") })
    }

    @Test("What is sent needs a sender, and an invitation somebody who is invited")
    func missing() throws {
        var event = try Self.event()
        event.attendees = []
        #expect(throws: CalendarError.missing("an attendee", method: .request)) {
            try event.text(.request, at: Self.now)
        }
        _ = try event.text(.cancel, at: Self.now)
        event.organizer = nil
        for method in [CalendarMethod.request, .cancel] {
            #expect(throws: CalendarError.missing("an organizer", method: method)) {
                try event.text(method, at: Self.now)
            }
        }
    }

    @Test("Reminders by mail need somebody to write to")
    func mail() throws {
        var event = try Self.event()
        event.reminders = [
            .init(minutes: 0), .init(minutes: 2880, way: .email), .init(minutes: 90, way: .email),
            .init(minutes: -4),
        ]
        let lines = Self.lines(try event.text(.request, at: Self.now))
        #expect(
            lines.filter { $0.hasPrefix("TRIGGER") } == [
                "TRIGGER:PT0S", "TRIGGER:-P2D", "TRIGGER:-PT90M", "TRIGGER:PT0S",
            ])
        let place = try #require(lines.firstIndex(of: "ACTION:EMAIL"))
        #expect(
            lines[place..<(place + 5)] == [
                "ACTION:EMAIL", "TRIGGER:-P2D", "SUMMARY:Interview", "DESCRIPTION:Interview",
                "ATTENDEE:mailto:ada@example.org",
            ])
        #expect(lines.count { $0 == "ACTION:EMAIL" } == 2)
        #expect(!Self.lines(try event.text(.publish, at: Self.now)).contains("ACTION:EMAIL"))
    }

    @Test(
        "No text becomes a line of the calendar",
        arguments: [
            "a\r\nATTENDEE:mailto:x@y.z", "a\nb", "a\rb", "a\u{85}b", "a\u{2028}b", "a\u{2029}b",
            "a\u{B}b\u{C}c",
        ])
    func injection(text: String) throws {
        var event = try Self.event()
        event.uid = text
        event.summary = text
        event.details = text
        event.place = text
        event.organizer = try Self.person(text + "\";X=\"", "grace@example.org")
        event.attendees = [try Self.person(text, "ada@example.org")]
        let plain = Self.lines(try Self.event().text(.request, at: Self.now))
        let whole = try event.text(.request, at: Self.now)
        let lines = Self.lines(whole)
        #expect(lines.map { $0.prefix { $0.isLetter } } == plain.map { $0.prefix { $0.isLetter } })
        // No sign that some program takes for the end of a line is left.
        let ends = Set("\n\r\u{85}\u{2028}\u{2029}\u{B}\u{C}".unicodeScalars)
        #expect(!lines.contains { $0.unicodeScalars.contains { ends.contains($0) } })
        #expect(
            lines.contains {
                $0.hasPrefix("SUMMARY:a\\nb") || $0.hasPrefix("SUMMARY:a\\nATTENDEE:mailto:x@y.z")
            })
        let organizer = try #require(lines.first { $0.hasPrefix("ORGANIZER") })
        #expect(
            organizer.count { $0 == "\"" } == 2 && organizer.hasSuffix("';X='\":mailto:grace@example.org"))
    }

    @Test("Signs that mean something are escaped, and control characters go")
    func escaping() {
        #expect(CalendarWriter.escaped(#"a\b;c,d:"e""#) == #"a\\b\;c\,d:"e""#)
        #expect(CalendarWriter.escaped("a\u{0}b\u{7F}c\td\u{9B}") == "abc\td")
        #expect(CalendarWriter.escaped("Ünï 漢字 👩‍💻\r\nx") == "Ünï 漢字 👩‍💻\\nx")
    }

    @Test(
        "Lines are folded at 75 bytes, never inside a character", arguments: ["x", "é", "漢", "👩‍💻", "a漢", "👍🏽é"])
    func folding(character: String) throws {
        for count in [10, 70, 71, 72, 73, 74, 75, 76, 77, 150, 400] {
            var event = try Self.event()
            event.summary = String(repeating: character, count: count)
            let text = try event.text(.request, at: Self.now)
            #expect(text.hasSuffix("END:VCALENDAR\r\n"))
            for line in Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
            {
                #expect(line.last == UInt8(ascii: "\r") && line.count <= 76)
                #expect(String(validating: line, as: UTF8.self) != nil)
            }
            #expect(Self.lines(text).contains("SUMMARY:" + event.summary))
        }
    }

    @Test("A character that is longer than a line is folded too")
    func longCharacter() {
        let character = "e" + String(repeating: "\u{301}", count: 100)
        let folded = CalendarWriter.folded(character)
        let lines = Array(folded.utf8).split(separator: UInt8(ascii: "\n"))
        #expect(
            lines.count == 3
                && lines.allSatisfy { $0.count <= 76 && String(validating: $0, as: UTF8.self) != nil })
        #expect(Array(folded.utf8).filter { !" \r\n".utf8.contains($0) } == Array(character.utf8))
    }

    @Test("A line of exactly 75 bytes is not folded")
    func exactly() {
        let line = String(repeating: "x", count: 75)
        #expect(CalendarWriter.folded(line) == line)
        #expect(CalendarWriter.folded(line + "y") == line + "\r\n y")
    }

    @Test(
        "Addresses that mail can be sent to",
        arguments: [
            "a@b.cd", "first.last+tag@sub.example.org", "o'brien@example.org", "用户@例子.广告",
            "a_b@xn--fsqu00a.example",
        ])
    func goodAddresses(text: String) throws {
        #expect(try Self.person("", text).email == text)
    }

    @Test(
        "Addresses that are none",
        arguments: [
            "", "a", "@b.cd", "a@", "a@b", "a@b.", "a@.b", "a@b..c", ".a@b.cd", "a.@b.cd", "a..b@b.cd",
            "a b@c.de", "a@b c.de",
            "a@b@c.de", "a@-b.cd", "a@b-.cd", "a@b_c.de", "a\r\nX:y@b.cd", "a@b.cd\n", "a@b.cd\r\nX:y",
            "\"a b\"@c.de",
            "<a@b.cd>", "a,b@c.de", "a;b@c.de", "a:b@c.de", "a@[1.2.3.4]", "mailto:a@b.cd", "a\u{0}@b.cd",
            "a\u{2028}@b.cd",
        ])
    func badAddresses(text: String) {
        #expect(throws: CalendarError.invalidEmail(text)) { try Self.person("", text) }
    }

    @Test("Addresses are no longer than mail allows, and written as RFC 6068 has them")
    func addresses() throws {
        let name = String(repeating: "a", count: 64)
        #expect(throws: CalendarError.self) { try Self.person("", name + "a@b.cd") }
        #expect(throws: CalendarError.self) {
            try Self.person("", "a@" + String(repeating: "b", count: 64) + ".cd")
        }
        #expect(throws: CalendarError.self) {
            try Self.person("", name + "@" + String(repeating: "b.", count: 94) + "cd")
        }
        #expect(try Self.person("", name + "@b.cd").address == "mailto:\(name)@b.cd")
        #expect(try Self.person("", "a?b&c%d/e=f#g@b.cd").address == "mailto:a%3Fb%26c%25d%2Fe%3Df%23g@b.cd")
        #expect(try Self.person("", "é@b.cd").address == "mailto:%C3%A9@b.cd")
    }

    @Test("Names of any script are written as they are; what a name cannot hold is replaced")
    func names() throws {
        func line(_ name: String) throws -> String? {
            var event = try Self.event()
            event.organizer = try Self.person(name, "g@b.cd")
            return Self.lines(try event.text(.publish, at: Self.now)).first { $0.hasPrefix("ORGANIZER") }
        }
        #expect(
            try line("李雷; Grace, \"Amazing\" Hopper")
                == "ORGANIZER;CN=\"李雷; Grace, 'Amazing' Hopper\":mailto:g@b.cd")
        #expect(try line("محمد") == "ORGANIZER;CN=\"محمد\":mailto:g@b.cd")
        #expect(try line("a^nb") == "ORGANIZER;CN=\"a^^nb\":mailto:g@b.cd")
        #expect(try line(" \t ") == "ORGANIZER:mailto:g@b.cd")
    }

    @Test("Moments are in UTC with whole seconds; a year that calendars do not have is refused")
    func moments() throws {
        #expect(try CalendarWriter.moment(Date(timeIntervalSince1970: 0)) == "19700101T000000Z")
        #expect(try CalendarWriter.moment(Date(timeIntervalSince1970: 951_782_399.9)) == "20000228T235959Z")
        #expect(try CalendarWriter.moment(Date(timeIntervalSince1970: 951_782_400)) == "20000229T000000Z")
        #expect(try CalendarWriter.moment(Date(timeIntervalSince1970: 253_402_300_799)) == "99991231T235959Z")
        #expect(try CalendarWriter.moment(Date(timeIntervalSince1970: -12_212_553_600)) == "15830101T000000Z")
        for seconds in [253_402_300_800, -12_212_553_601, Double.infinity, -Double.infinity, Double.nan] {
            #expect(Self.isRefused(seconds), "\(seconds)")
        }
        var event = try Self.event()
        event.end = Date(timeIntervalSince1970: 1e15)
        #expect(throws: CalendarError.self) { try event.text(.publish, at: Self.now) }
    }

    private static func isRefused(_ seconds: Double) -> Bool {
        do {
            _ = try CalendarWriter.moment(Date(timeIntervalSince1970: seconds))
            return false
        } catch { return "\(error)".contains("1583 to 9999") }
    }

    @Test("Several entries are one calendar")
    func several() throws {
        var other = try Self.event()
        other.uid = "b@viva"
        let lines = Self.lines(try CalendarEvent.text(of: [Self.event(), other], .publish, at: Self.now))
        #expect(lines.count { $0 == "BEGIN:VCALENDAR" } == 1 && lines.count { $0 == "BEGIN:VEVENT" } == 2)
        #expect(Self.lines(try CalendarEvent.text(of: [], .publish, at: Self.now)).count == 6)
    }

    // MARK: Of interviews

    private static func interview(
        _ details: InterviewDetails = InterviewDetails(), moves: Int = 3
    ) -> Interview {
        Interview(
            id: "ABC",
            plan: InterviewPlan(questionCount: 1, preferences: QuestionPreferences(role: "Nurse"), seed: 1),
            details: details,
            schedule: InterviewSchedule(
                start: start, durationMinutes: 45, place: "https://example.org/room", moves: moves,
                reminderMinutes: [60]),
            createdAt: now)
    }

    @Test("An interview's entry follows it: its time, its moves, its people, and that it was called off")
    func ofInterview() throws {
        let ada = try Self.person("Ada", "ada@example.org")
        var interview = Self.interview(InterviewDetails(summary: "Round 2", company: "St. Mary"))
        let event = try #require(
            CalendarEvent(interview, candidate: ada, status: .tentative, emailReminderMinutes: [5]))
        #expect(event.uid == "abc@viva" && event.sequence == 6 && event.status == .tentative)
        #expect(event.start == Self.start && event.end == Self.start.addingTimeInterval(2700))
        #expect(
            event.place == "https://example.org/room" && event.attendees == [ada] && event.organizer == nil)
        #expect(event.reminders == [.init(minutes: 60), .init(minutes: 5, way: .email)])
        #expect(event.summary == "Practice interview: Nurse, St. Mary")
        #expect(event.details == "Round 2\nRole: Nurse\nCompany: St. Mary\n1 question, 45 minutes.")
        try interview.handle(.cancelled(reason: "ill", at: Self.now))
        let off = try #require(CalendarEvent(interview, candidate: ada))
        #expect(off.uid == event.uid && off.status == .cancelled && off.sequence == 7)
        #expect(off.details.hasSuffix("Called off: ill"))
    }

    @Test("What takes an entry back is newer than it, and older than the next time")
    func sequences() throws {
        let people = [try Self.person("Ada", "ada@example.org"), try Self.person("Grace", "g@example.org")]
        func sequence(_ interview: Interview, _ method: CalendarMethod) throws -> Int {
            let event = try #require(
                CalendarEvent(interview, candidate: people[0], interviewer: people[1]))
            let lines = Self.lines(try event.text(method, at: Self.now))
            let line = try #require(lines.first { $0.hasPrefix("SEQUENCE:") })
            return try #require(Int(line.dropFirst("SEQUENCE:".count)))
        }
        let (planned, moved) = (Self.interview(moves: 0), Self.interview(moves: 1))
        var off = moved
        try off.handle(.cancelled(reason: "ill", at: Self.now))
        let numbers = try [
            sequence(planned, .request), sequence(planned, .cancel), sequence(moved, .request),
            sequence(moved, .cancel), sequence(off, .cancel), sequence(off, .publish),
        ]
        #expect(numbers == [0, 1, 2, 3, 3, 3])
        #expect(try sequence(Self.interview(moves: .max), .cancel) <= Int(Int32.max))
    }

    @Test("A title is the entry's; an interview without a time has no entry")
    func titles() {
        #expect(
            CalendarEvent(Self.interview(InterviewDetails(title: "Final round")))?.summary == "Final round")
        #expect(
            CalendarEvent(Self.interview(InterviewDetails(mode: .real)))?.summary == "Interview: Nurse")
        #expect(
            CalendarEvent(Interview(id: "a", plan: InterviewPlan(seed: 1), startedAt: Self.now)) == nil)
    }
}
