import Foundation
import SQL
import TestSupport
import Testing

extension KeepingCommandTests {
    @Suite struct ScheduleCommandTests {
        private struct Planned: Decodable {
            struct Interview: Decodable {
                struct Schedule: Decodable {
                    var start: Date
                    var durationMinutes: Int
                    var moves: Int
                    var reminderMinutes: [Int]
                    var place: String?
                }
                struct Details: Decodable {
                    var candidate: Int?
                    var repeats: String?
                }
                var id: String
                var state: String
                var schedule: Schedule?
                var details: Details
                var cancellation: String?
            }
            var number: Int
            var interview: Interview
        }

        private struct List: Decodable {
            struct Line: Decodable {
                struct Interview: Decodable { var number: Int }
                struct Clash: Decodable { var number: Int }
                var interview: Interview
                var isOverdue: Bool
                var clashes: [Clash]
            }
            struct Unreadable: Decodable { var number: Int }
            var interviews: [Line]
            var unreadable: [Unreadable]?
        }

        /// A home with Ada and Grace, who have addresses, and Alan, who has none.
        private static func kept() async throws -> KeptSessions {
            let kept = try KeptSessions()
            for (name, email) in [("Ada", "ada@example.org"), ("Grace", "grace@example.org"), ("Alan", nil)] {
                let address = email.map { ["--email", $0] } ?? []
                #expect(try await kept.command.run(["people", "add", name] + address).code == 0)
            }
            return kept
        }

        /// A day in three weeks, on which no clock is put forward or back in UTC.
        private static let day: String = {
            let style = Date.ISO8601FormatStyle().year().month().day()
            return style.format(Date().addingTimeInterval(21 * 86_400))
        }()

        private static func add(
            _ kept: KeptSessions, at time: String, _ options: [String] = []
        ) async throws -> Command.Outcome {
            try await kept.command.run(
                ["schedule", "add", "--at", "\(day)T\(time)", "--time-zone", "UTC"] + options)
        }

        @Test func aPlannedInterviewIsListedMovedCalledOffAndHeldOnceMore() async throws {
            let kept = try await Self.kept()
            let added = try await Self.add(
                kept, at: "10:00",
                [
                    "--minutes", "45", "--person", "ada", "--interviewer", "grace@example.org", "--title",
                    "Second round",
                    "--reminder", "30", "--place", "Room 4", "--json",
                ])
            #expect(added.code == 0, "\(added.log)")
            let planned = try Self.decode(Planned.self, added)
            #expect(
                planned.number == 1 && planned.interview.state == "scheduled"
                    && planned.interview.details.candidate == 1)
            #expect(planned.interview.schedule?.durationMinutes == 45)
            #expect(planned.interview.schedule?.reminderMinutes == [30])
            let list = try await kept.run("schedule", "list", "--time-zone", "UTC")
            for text in ["Second round", "\(Self.day) 10:00", "45 min", "Ada", "Grace"] {
                #expect(list.output.contains(text), "\(text): \(list.output)")
            }
            let moved = try await kept.json(
                Planned.self, "schedule", "move", "1", "--to", "\(Self.day)T10:00+02:00")
            #expect(moved.interview.schedule?.moves == 1 && moved.interview.schedule?.place == "Room 4")
            let hours = planned.interview.schedule?.start.timeIntervalSince(
                moved.interview.schedule?.start ?? .distantPast)
            #expect(hours == 7200)
            let early = try await kept.run("schedule", "no-show", "1")
            #expect(early.code == 1 && early.log.contains("before that nobody has missed it"), "\(early.log)")
            let cancelled = try await kept.json(
                Planned.self, "schedule", "cancel", "1", "--reason", "The position is filled.")
            #expect(cancelled.interview.state == "cancelled")
            #expect(cancelled.interview.cancellation == "The position is filled.")
            let again = try await kept.run("schedule", "cancel", "1")
            #expect(again.code == 1 && again.log.contains("viva schedule restart 1"), "\(again.log)")
            for words in [["practice", "--session", "1", "--text"], ["sessions", "resume", "1", "--text"]] {
                let over = try await kept.command.run(words)
                #expect(over.code == 1, "\(over.log)")
                #expect(
                    over.log.contains("over (cancelled). It can be held once more: viva schedule restart 1"),
                    "\(over.log)")
            }
            let restarted = try await kept.json(
                Planned.self, "schedule", "restart", "1", "--at", "\(Self.day)T15:00", "--time-zone", "UTC")
            #expect(
                restarted.interview.state == "scheduled"
                    && restarted.interview.details.repeats == planned.interview.id)
            #expect(
                restarted.interview.schedule?.moves == 0
                    && restarted.interview.schedule?.durationMinutes == 45)
        }

        @Test func aPersonWhoIsTakenIsToldWithTheInterviewInTheWay() async throws {
            let kept = try await Self.kept()
            let people = ["--person", "Ada", "--interviewer", "Grace"]
            #expect(try await Self.add(kept, at: "10:00", people + ["--title", "First"]).code == 0)
            let taken = try await Self.add(kept, at: "10:15", ["--person", "Alan", "--interviewer", "2"])
            #expect(taken.code == 1, "\(taken.log)")
            for text in [
                "Grace (person 2) cannot come", "interview 1 (First)", "\(Self.day) 10:00", "--anyway",
            ] {
                #expect(taken.log.contains(text), "\(text): \(taken.log)")
            }
            let both = try await Self.add(kept, at: "10:15", people)
            #expect(both.log.contains("Ada (person 1) and Grace (person 2) cannot come"), "\(both.log)")
            #expect(
                try await Self.add(kept, at: "10:30", people).code == 0, "One may begin when the other ends.")
            #expect(try await Self.add(kept, at: "10:15", people + ["--anyway"]).code == 0)
            let list = try await kept.json(List.self, "schedule")
            #expect(list.interviews.map(\.interview.number) == [2, 3, 1])
            #expect(list.interviews.map { $0.clashes.map(\.number) } == [[3], [1, 2], [3]])
            let shown = try await kept.run("schedule", "list")
            #expect(shown.output.contains("clashes with 1, 2"), "\(shown.output)")
            let free = try await kept.command.run(
                [
                    "schedule", "free", "Ada", "Alan", "--since", "\(Self.day)T09:00", "--until",
                    "\(Self.day)T12:00",
                    "--time-zone", "UTC",
                ])
            #expect(
                free.output.split(separator: "\n") == [
                    "\(Self.day) 09:00 UTC  to  \(Self.day) 10:00 UTC",
                    "\(Self.day) 11:00 UTC  to  \(Self.day) 12:00 UTC",
                ], "\(free.output)\(free.log)")
            let move = try await kept.run("schedule", "move", "2", "--to", "\(Self.day)T10:05Z")
            #expect(move.code == 1 && move.log.contains("interview 1 (First)"), "\(move.log)")
        }

        @Test func aCalendarHasTheComingInterviewsWithTheirReminders() async throws {
            let kept = try await Self.kept()
            let file = kept.command.path("interviews.ics")
            let none = try await kept.run("schedule", "calendar", "--output", file)
            #expect(none.code == 66 && !FileManager.default.fileExists(atPath: file), "\(none.log)")
            let people = ["--person", "Ada", "--interviewer", "Grace"]
            #expect(
                try await Self.add(kept, at: "10:00", people + ["--reminder", "30", "--title", "First"]).code
                    == 0)
            #expect(try await Self.add(kept, at: "12:00", ["--no-reminder", "--title", "Second"]).code == 0)
            #expect(try await kept.run("schedule", "add", "--title", "Some day").code == 0)
            let run = try await kept.run("schedule", "calendar", "--output", file)
            #expect(run.code == 0 && run.log.contains("2 interviews written"), "\(run.log)")
            let text = try TestFile.text(file)
            #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
            let start = Self.day.replacing("-", with: "") + "T100000Z"
            for line in [
                "DTSTART:\(start)", "TRIGGER:-PT30M", "SUMMARY:First", "SUMMARY:Second", "METHOD:PUBLISH",
            ] {
                #expect(text.contains("\(line)\r\n"), "\(line): \(text)")
            }
            #expect(text.components(separatedBy: "BEGIN:VALARM").count == 2)
            let printed = try await kept.run("schedule", "calendar", "--output", "-")
            #expect(printed.code == 0 && printed.output.hasPrefix("BEGIN:VCALENDAR"), "\(printed.log)")
            let again = try await kept.run("schedule", "calendar", "2", "--output", file)
            let after = try TestFile.text(file)
            #expect(again.code == 73 && after == text, "\(again.log)")
            #expect(
                try await kept.run("schedule", "calendar", "2", "--output", file, "--overwrite").code == 0)
            let invitation = try await kept.run("schedule", "calendar", "1", "--method", "request")
            #expect(
                invitation.output.contains("ATTENDEE;CN=\"Ada\""), "\(invitation.output)\(invitation.log)")
            func sequence(_ method: String) async throws -> String? {
                let run = try await kept.run("schedule", "calendar", "1", "--method", method)
                return run.output.split(whereSeparator: \.isNewline).first { $0.hasPrefix("SEQUENCE:") }
                    .map(String.init)
            }
            #expect(try await sequence("request") == "SEQUENCE:0")
            #expect(try await kept.run("schedule", "move", "1", "--to", "\(Self.day)T15:00Z").code == 0)
            #expect(try await sequence("request") == "SEQUENCE:2")
            #expect(try await sequence("cancel") == "SEQUENCE:3")
            #expect(try await kept.run("schedule", "cancel", "1").code == 0)
            #expect(try await sequence("cancel") == "SEQUENCE:3")
            let late = try await kept.run("schedule", "calendar", "1", "--method", "request")
            #expect(late.code == 65 && late.log.contains("--method cancel"), "\(late.log)")
            let nobody = try await kept.run("schedule", "calendar", "2", "--method", "request")
            #expect(nobody.code == 65 && nobody.log.contains("no candidate with an address"), "\(nobody.log)")
            let timeless = try await kept.run("schedule", "calendar", "3")
            #expect(timeless.code == 65 && timeless.log.contains("viva schedule move 3"), "\(timeless.log)")
        }

        @Test func whatNobodyBeganIsOverdueUntilSomebodySaysWhatBecameOfIt() async throws {
            let kept = try await Self.kept()
            #expect(
                try await Self.add(kept, at: "10:00", ["--title", "Missed", "--move-deadline", "2"]).code == 0
            )
            try await Self.shift(1, kept, days: -30)
            let list = try await kept.json(List.self, "schedule", "list", "--overdue")
            #expect(list.interviews.map(\.isOverdue) == [true])
            let shown = try await kept.run("schedule", "list")
            #expect(
                shown.output.contains("overdue") && shown.log.contains("viva schedule no-show 1"), "\(shown)")
            let late = try await kept.run("schedule", "move", "1", "--to", "\(Self.day)T10:00")
            #expect(late.code == 1 && late.log.contains("too late now"), "\(late.log)")
            let missed = try await kept.json(Planned.self, "schedule", "no-show", "1")
            #expect(missed.interview.state == "noShow")
            let begun = try await kept.json(Planned.self, "schedule", "restart", "1")
            #expect(begun.interview.state == "inProgress")
            let answer = "I would first find out what happened and then tell the team about it at once.\n\n"
            let run = try await kept.command.run(["practice", "--session", "2", "--text"], input: answer)
            #expect(run.code == 0 && run.output.contains("Summary"), "\(run.log)")
        }

        @Test func anInterviewThatWasLeftAloneTooLongIsGivenUpByTheNextCommand() async throws {
            let kept = try await Self.kept()
            #expect(try await Self.add(kept, at: "10:00", ["--time-out", "60"]).code == 0)
            // Begun and left without an answer.
            #expect(try await kept.run("practice", "--session", "1", "--text").code == 66)
            let open = try await kept.run("sessions", "list")
            #expect(open.output.contains("in progress") && !open.log.contains("given up"), "\(open)")
            let long = Date().addingTimeInterval(-7200).timeIntervalSince1970 * 1000
            try await kept.change(
                """
                UPDATE interviews SET times_out_at = \(Int64(long)),
                body = json_set(body, '$.startedAt', \(Int64(long)), '$.createdAt', \(Int64(long)))
                """)
            let given = try await kept.run("stats")
            #expect(given.log.contains("Interview 1 was left alone"), "\(given.log)")
            #expect(given.output.contains("1 abandoned"), "\(given.output)")
            let second = try await kept.run("stats")
            #expect(!second.log.contains("given up"), "\(second.log)")
        }

        @Test func whatCannotBeReadIsNamedAndHidesNothingElse() async throws {
            let kept = try await Self.kept()
            for (hour, person) in [("10", "Ada"), ("11", "Grace"), ("12", "Alan"), ("13", "Ada")] {
                #expect(try await Self.add(kept, at: "\(hour):00", ["--person", person]).code == 0)
            }
            try await kept.change("UPDATE interviews SET kind = 'quiz' WHERE id = 1")
            try await kept.change("UPDATE people SET body = '{' WHERE id = 2")
            try await kept.change("UPDATE interviews SET body = '{' WHERE id = 3")
            let list = try await kept.run("schedule", "list")
            #expect(list.code == 0 && list.log.contains("Interview 1 is left out"), "\(list.log)")
            for text in ["person 2", "Alan", "Ada"] {
                #expect(list.output.contains(text), "\(text): \(list.output)")
            }
            let read = try await kept.json(List.self, "schedule", "list")
            #expect(read.unreadable?.map(\.number) == [1])
            #expect(read.interviews.map(\.interview.number) == [4, 3, 2])
            let calendar = try await kept.run("schedule", "calendar")
            #expect(calendar.code == 0, "\(calendar.log)")
            #expect(calendar.output.components(separatedBy: "BEGIN:VEVENT").count == 2)
            for number in 1...3 {
                #expect(calendar.log.contains("Interview \(number) is left out"), "\(calendar.log)")
            }
            #expect(try await kept.run("schedule", "calendar", "3").code == 65)
        }

        @Test func timesThatAreOverAndWrongOptionsAreRefused() async throws {
            let kept = try await Self.kept()
            let over = try await kept.run("schedule", "add", "--at", "2020-01-01T10:00")
            #expect(over.code == 1 && over.log.contains("2020-01-01 10:00 is over"), "\(over.log)")
            let skipped = try await kept.run(
                "schedule", "add", "--at", "2099-03-29T02:30", "--time-zone", "Europe/Berlin")
            #expect(skipped.code == 64 && skipped.log.contains("put forward"), "\(skipped.log)")
            let nobody = try await Self.add(kept, at: "10:00", ["--person", "Bob"])
            #expect(nobody.code == 66 && nobody.log.contains("nobody called \"Bob\""), "\(nobody.log)")
            #expect(
                try await Self.add(kept, at: "10:00", ["--person", "1", "--interviewer", "Ada"]).code == 64)
            #expect(try await kept.run("schedule", "cancel", "9").code == 66)
            for words in [["report", "9"], ["practice", "--text", "--session", "9"]] {
                let run = try await kept.command.run(words)
                #expect(run.code == 66 && run.log.contains("`viva sessions list` shows"), "\(run.log)")
            }
            for wrong in [
                ["add", "--minutes", "30"], ["add", "--at", "2099-01-01"], ["add", "--at", "tomorrow"],
                ["add", "--at", "2099-01-01T10:00", "--minutes", "0"],
                ["add", "--at", "2099-01-01T10:00", "--reminder", "50000"],
                ["add", "--at", "2099-01-01T10:00", "--reminder", "5", "--no-reminder"],
                ["add", "--at", "2099-01-01T10:00", "--fixed", "--move-deadline", "2"],
                ["move", "1"], ["free"], ["free", "Ada", "--since", "2026-12-02", "--until", "2026-12-01"],
                ["list", "--overdue", "--role", "x"], ["calendar", "--overwrite"], ["calendar", "--json"],
            ] { #expect(try await kept.command.run(["schedule"] + wrong).code == 64, "\(wrong)") }
            let list = try await kept.json(List.self, "schedule")
            #expect(list.interviews.isEmpty, "Nothing of this was planned.")
        }

        private static func decode<Value: Decodable>(_ type: Value.Type, _ run: Command.Outcome) throws
            -> Value
        {
            let decoder = JSONDecoder()
            decoder.dateDecodingStrategy = .iso8601
            return try decoder.decode(type, from: Data(run.output.utf8))
        }

        /// Puts a planned interview so many days later, as if that much time had gone by.
        private static func shift(_ number: Int, _ kept: KeptSessions, days: Int) async throws {
            let milliseconds = Int64(days) * 86_400_000
            try await kept.change(
                """
                UPDATE interviews SET scheduled_at = scheduled_at + \(milliseconds),
                scheduled_end = scheduled_end + \(milliseconds), held_at = held_at + \(milliseconds),
                body = json_set(body, '$.schedule.start', json_extract(body, '$.schedule.start') + \(milliseconds))
                WHERE id = \(Int64(number))
                """)
        }
    }
}
