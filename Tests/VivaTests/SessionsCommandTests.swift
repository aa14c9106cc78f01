import FoundationEssentials
import Storage
import TestSupport
import Testing

extension KeepingCommandTests {
    @Suite struct SessionsCommandTests {
        @Test func whatIsToBeTypedNextNamesTheFolderThatWasGiven() async throws {
            let kept = try KeptSessions()
            let home = kept.command.path("another home")
            for words in [
                ["sessions", "list"], ["sessions", "show", "9"], ["stats"], ["stats", "scores"],
                ["stats", "delivery"], ["people", "list"], ["people", "show", "Bob"], ["resume", "list"],
                ["resume", "show", "9"], ["schedule", "list"], ["schedule", "calendar"],
                ["schedule", "add", "--title", "Some day"], ["schedule", "calendar", "1"],
                ["templates", "show", "Nothing"], ["templates", "delete", "hr-first-call", "--yes"],
                ["database", "seed", "--yes"],
            ] {
                let run = try await kept.command.run(words + ["--home", home])
                #expect((run.output + run.log).contains(" --home '\(home)'"), "\(words): \(run)")
                let usual = try await kept.command.run(words)
                #expect(!(usual.output + usual.log).contains("--home"), "\(words): \(usual)")
            }
        }

        @Test func behindTheEndOfAListNobodyIsToldThatItIsEmpty() async throws {
            let kept = try KeptSessions()
            try kept.add("one")
            for (words, things) in [
                (["people", "list"], "people"), (["organizations", "list"], "organizations"),
                (["resume", "list"], "resumes"), (["sessions", "list", "--role", "Backend"], "interviews"),
                (["templates", "list"], "templates"), (["schedule", "list"], "interviews"),
            ] {
                let run = try await kept.command.run(words + ["--page", "9"])
                #expect(
                    run.code == 0 && run.log.hasSuffix("There are no more \(things).\n"), "\(words): \(run)")
            }
        }

        private struct List: Decodable {
            struct Line: Decodable {
                var number: Int
                var role: String?
                var state: String
                var answeredCount: Int
                var questionCount: Int
                var overall: Double?
            }
            var interviews: [Line]
            var total: Int?
            var next: String?
        }

        private struct Shown: Decodable {
            struct Interview: Decodable { var turns: [Turn] }
            struct Turn: Decodable { var takes: [Take] }
            struct Take: Decodable {
                struct Correction: Decodable { var text: String }
                var number: Int
                var corrections: [Correction]?
            }
            var number: Int
            var interview: Interview
        }

        @Test func anEmptyListSaysWhatToDo() async throws {
            let kept = try KeptSessions()
            let run = try await kept.run("sessions")
            #expect(run.code == 0 && run.output.isEmpty)
            #expect(run.log.contains("viva practice"), "\(run.log)")
            let list = try await kept.json(List.self, "sessions", "list")
            #expect(list.interviews.isEmpty)
        }

        @Test func sessionFoldersOfAnOlderVersionAreTakenInOnce() async throws {
            let kept = try KeptSessions()
            try kept.add("2026-09-21-141320-aaaa")
            try kept.add("2026-09-22-141320-bbbb", role: "Data Analyst", day: 1, isCompleted: false)
            try TestFile.write(
                "{", to: try kept.command.newFolder(".local/share/viva/sessions/broken") + "/session.json")
            let first = try await kept.run("sessions", "list")
            #expect(first.code == 0, "\(first.log)")
            #expect(first.log.contains("2 session folders were taken into the database"), "\(first.log)")
            #expect(first.log.contains("broken is left out"), "\(first.log)")
            let lines = first.output.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(
                lines.first?.contains("Data Analyst") == true && lines.first?.contains("in progress") == true)
            let second = try await kept.run("sessions", "list")
            #expect(!second.log.contains("were taken") && second.output == first.output, "\(second.log)")
            // A number stays with its interview, and a folder that was taken is not taken again after it was deleted.
            #expect(try await kept.run("sessions", "delete", "1", "--yes").code == 0)
            let list = try await kept.json(List.self, "sessions", "list")
            #expect(list.interviews.map(\.number) == [2])
        }

        @Test func theListIsFilteredAndComesInPages() async throws {
            let kept = try KeptSessions()
            for day in 0..<5 {
                try kept.add(
                    "day-\(day)", role: day == 2 ? "Data Analyst" : "Backend Developer", day: Double(day),
                    isCompleted: day != 4)
            }
            let page = try await kept.json(List.self, "sessions", "list", "--limit", "2", "--page", "2")
            #expect(page.interviews.map(\.number) == [3, 2] && page.total == 5)
            let first = try await kept.json(List.self, "sessions", "list", "--limit", "3")
            let rest = try await kept.json(
                List.self, "sessions", "list", "--limit", "3", "--after", try #require(first.next))
            #expect(first.interviews.map(\.number) == [5, 4, 3] && rest.interviews.map(\.number) == [2, 1])
            #expect(rest.next == nil)
            let role = try await kept.json(List.self, "sessions", "list", "--role", "data analyst")
            #expect(role.interviews.map(\.number) == [3])
            let open = try await kept.json(List.self, "sessions", "list", "--state", "in-progress")
            #expect(open.interviews.map(\.number) == [5])
            #expect(open.interviews.first?.answeredCount == 1 && open.interviews.first?.questionCount == 3)
            let none = try await kept.run("sessions", "list", "--kind", "hr")
            #expect(none.output.isEmpty && none.log.contains("No interview fits"), "\(none.log)")
            let since = try await kept.json(List.self, "sessions", "list", "--since", "2026-09-24T14:00:00Z")
            #expect(since.interviews.map(\.number) == [5, 4])
            for wrong in [
                ["--since", "yesterday"], ["--limit", "0"], ["--page", "1", "--after", "1.1"],
                ["--after", "x"],
            ] {
                #expect(try await kept.command.run(["sessions", "list"] + wrong).code == 64)
            }
        }

        @Test func anInterviewIsShownWithItsTakes() async throws {
            let kept = try KeptSessions()
            try kept.add("one")
            let whole = try await kept.run("sessions", "show", "1")
            #expect(whole.code == 0, "\(whole.log)")
            for text in [
                "Summary", "Why is a query slow?", "Take 1 of 2, typed", "Take 2 of 2, spoken", "Overall",
                "Relevance",
            ] {
                #expect(whole.output.contains(text), "\(text)")
            }
            #expect(whole.output.contains("zebrafish"))
            let turn = try await kept.run("sessions", "show", "1", "--turn", "1")
            #expect(turn.output.contains("Against take 1"), "\(turn.output)")
            let shown = try await kept.json(Shown.self, "sessions", "show", "1")
            #expect(shown.number == 1 && shown.interview.turns.first?.takes.count == 2)
            let none = try await kept.run("sessions", "show", "7")
            #expect(none.code == 66 && none.log.contains("viva sessions list"), "\(none.log)")
            let turns = try await kept.run("sessions", "show", "1", "--turn", "3")
            #expect(turns.code == 64 && turns.log.contains("turns 1 to 1"), "\(turns.log)")
            #expect(try await kept.run("sessions", "show", "first").code == 64)
        }

        private struct Identities: Decodable {
            struct Line: Decodable {
                var number: Int
                var id: String
            }

            var interviews: [Line]
        }

        @Test func whatIsDeletedBeforeOneInUseIsOverwrittenAndTold() async throws {
            let kept = try KeptSessions()
            try kept.add("one")
            try kept.add("two", day: 1, text: "something else", isCompleted: false)
            #expect(try await kept.run("sessions", "list").code == 0)
            #expect(try !kept.files(with: "zebrafish").isEmpty)
            let list = try await kept.json(Identities.self, "sessions", "list")
            let id = try #require(list.interviews.first { $0.number == 2 }?.id)
            let held = try WorkFolder([kept.home, "work", WorkName.name(of: id)].joined(separator: "/"))
            let run = try await kept.run("sessions", "delete", "1", "2", "--yes", "--json")
            _ = consume held
            #expect(run.code == 69 && run.output.contains("\"number\" : 1"), "\(run.output) \(run.log)")
            #expect(try kept.files(with: "zebrafish").isEmpty)
        }

        @Test func whatWasDeletedIsFoundNowhere() async throws {
            let kept = try KeptSessions()
            try kept.add("one", sound: "RIFF planted-sound")
            try kept.add("two", day: 1, text: "Nothing else.", sound: "RIFF shared-sound")
            try kept.add("three", day: 2, text: "Nothing else.", sound: "RIFF shared-sound")
            #expect(try await kept.run("sessions", "list").code == 0)
            #expect(try kept.files(with: "marmalade").contains { $0.hasPrefix("viva.db") })
            #expect(try kept.files(with: "planted-sound").count == 1)
            let refused = try await kept.run("sessions", "delete", "1")
            #expect(refused.code == 64 && refused.log.contains("--yes"), "\(refused.log)")
            #expect(try await kept.run("sessions", "delete", "1", "99", "--yes").code == 66)
            #expect(
                try kept.files(with: "planted-sound").count == 1,
                "A wrong number is told before anything goes.")
            let deleted = try await kept.run("sessions", "delete", "1", "--yes")
            #expect(deleted.code == 0 && deleted.log.contains("with 1 recording"), "\(deleted.log)")
            #expect(deleted.log.contains("session folder one"), "\(deleted.log)")
            for text in ["marmalad", "zebrafish", "planted-sound"] {
                #expect(try kept.files(with: text) == [])
            }
            // A recording that another interview has too stays.
            #expect(try await kept.run("sessions", "delete", "2", "--yes").code == 0)
            #expect(try kept.files(with: "shared-sound").count == 1)
            #expect(try await kept.run("sessions", "delete", "3", "--yes").code == 0)
            #expect(try kept.files(with: "shared-sound") == [])
            #expect(try await kept.run("database", "check").code == 0)
        }

        @Test func aCorrectionIsJudgedAndStandsBesideWhatWasHeard() async throws {
            let kept = try KeptSessions()
            try kept.add("one")
            let before = try await kept.json(List.self, "sessions", "list")
            let text =
                "The query reads the whole table, so I look at its plan and add an index for the filter."
            let run = try await kept.run("sessions", "correct", "1", "--turn", "1", "--text", text)
            #expect(run.code == 0, "\(run.log)")
            #expect(run.output.contains("Overall") && run.output.contains("An index"), "\(run.output)")
            let shown = try await kept.json(Shown.self, "sessions", "show", "1")
            #expect(shown.interview.turns.first?.takes.last?.corrections?.map(\.text) == [text])
            #expect(shown.interview.turns.first?.takes.first?.corrections == nil)
            let page = try await kept.run("sessions", "show", "1")
            #expect(page.output.contains("Corrected:") && page.output.contains("Before:"), "\(page.output)")
            let after = try await kept.json(List.self, "sessions", "list")
            #expect(try #require(after.interviews.first?.overall) > before.interviews.first?.overall ?? 0)
            let file = kept.command.path("answer.txt")
            try TestFile.write("An index helps.\n", to: file)
            let again = try await kept.run(
                "sessions", "correct", "1", "--turn", "1", "--take", "1", "--file", file)
            #expect(again.code == 0, "\(again.log)")
            for (wrong, code) in [
                (["--turn", "2", "--text", "a"], 64), (["--turn", "1", "--take", "3", "--text", "a"], 64),
                (["--turn", "1", "--text", " "], 65), (["--turn", "1", "--file", "/no/such/file"], 66),
                (["--turn", "1"], 64),
            ] {
                let run = try await kept.command.run(["sessions", "correct", "1"] + wrong)
                #expect(run.code == Int32(code), "\(wrong): \(run.log)")
            }
        }

        @Test func interviewsAndTakesAreCompared() async throws {
            let kept = try KeptSessions()
            try kept.add("one")
            try kept.add("two", day: 1, text: "I read the plan first.")
            let interviews = try await kept.run("sessions", "compare", "1", "2")
            #expect(
                interviews.code == 0 && interviews.output.contains("Interview 2 against 1"), "\(interviews)")
            #expect(
                interviews.output.contains("Overall score") && interviews.output.contains("Questions of both")
            )
            let takes = try await kept.run("sessions", "compare", "1", "--turn", "1")
            #expect(takes.code == 0 && takes.output.contains("No longer said: An index"), "\(takes)")
            #expect(try await kept.run("sessions", "compare", "1").code == 64)
            #expect(
                try await kept.run("sessions", "compare", "1", "--turn", "1", "--takes", "1", "1").code == 64)
        }

        @Test func anExportedFolderIsTakenInOnAnotherMachine() async throws {
            let kept = try KeptSessions()
            try kept.add("one")
            let other = try KeptSessions()
            _ = try other.command.newFolder(".local/share/viva/sessions")
            let folder = other.sessions + "/moved"
            let run = try await kept.run("sessions", "export", "1", "--output", folder)
            #expect(run.code == 0 && run.log.contains("1 recording"), "\(run.log)")
            #expect(try TestFile.text(folder + "/answers/01-2.wav") == "RIFF planted-sound")
            let list = try await other.json(List.self, "sessions", "list")
            #expect(list.interviews.map(\.role) == ["Backend Developer"])
            let again = try await kept.run("sessions", "export", "1", "--output", folder)
            #expect(again.code == 73 && again.log.contains("something is there already"), "\(again.log)")
        }

        private struct Zipped: Decodable {
            struct Manifest: Decodable {
                struct File: Decodable { var path: String }
                var files: [File]
            }
            var number: Int
            var manifest: Manifest
        }

        @Test func anInterviewIsWrittenAsAZipArchive() async throws {
            let kept = try KeptSessions()
            try kept.add("one")
            let file = kept.command.path("one.zip")
            let zipped = try await kept.json(Zipped.self, "sessions", "export", "1", "--output", file)
            #expect(zipped.number == 1)
            #expect(
                Set(zipped.manifest.files.map(\.path)) == [
                    "session.json", "transcript.txt", "report.html", "answers/01-2.wav",
                ])
            let bytes = try Data(contentsOf: URL(filePath: file))
            #expect(bytes.starts(with: Data("PK".utf8)))
            let again = try await kept.run("sessions", "export", "1", "--output", file)
            let after = try Data(contentsOf: URL(filePath: file))
            #expect(again.code == 73 && again.log.contains("--overwrite") && after == bytes, "\(again.log)")
            let over = try await kept.run("sessions", "export", "1", "--output", file, "--overwrite")
            #expect(over.code == 0 && over.log.contains("4 files"), "\(over.log)")
            let folder = try await kept.run("sessions", "export", "1", "--output", "folder", "--overwrite")
            #expect(folder.code == 64, "\(folder.log)")
        }

        @Test func anInterviewIsGoneOnWithByItsNumber() async throws {
            let kept = try KeptSessions()
            let first = try await kept.run("practice", "--text", "--questions", "1", "--follow-ups", "0")
            #expect(first.code == 66, "\(first.log)")
            let answer = "I would first find out what happened and then tell the team about it at once.\n\n"
            let again = try await kept.command.run(["sessions", "resume", "1", "--text"], input: answer)
            #expect(again.code == 0 && again.output.contains("Summary"), "\(again.log)")
            let ended = try await kept.run("sessions", "resume", "1", "--text")
            #expect(ended.code != 0 && ended.log.contains("viva schedule restart 1"), "\(ended.log)")
            #expect(try await kept.run("sessions", "resume").code == 64)
            let none = try await kept.run("sessions", "resume", "5", "--text")
            #expect(none.code == 66, "\(none.log)")
        }
    }
}
