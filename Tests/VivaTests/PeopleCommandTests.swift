import FoundationEssentials
import SQL
import TestSupport
import Testing

extension KeepingCommandTests {
    /// People, kept resumes, and what is handed out and erased of them.
    @Suite struct PeopleCommandTests {
        private struct Kept: Decodable {
            struct Value: Decodable {
                struct Profile: Decodable {
                    struct Company: Decodable { var name: String }
                    var companies: [Company]
                }
                var id: String
                var name: String?
                var email: String?
                var organization: Int64?
                var profile: Profile?
            }
            var number: Int64
            var value: Value
        }

        private struct People: Decodable { var people: [Kept] }

        private struct Resumes: Decodable { var resumes: [Kept] }

        private struct Listed: Decodable {
            struct Interview: Decodable {
                var number: Int64
                var candidate: Int64?
            }
            var interviews: [Interview]
        }

        private struct Erased: Decodable {
            struct Erasure: Decodable {
                var interviews: Int
                var resumes: Int
                var deletedFolders: [String]
                var otherFolders: [String]
            }
            var erased: Erasure
            var isOverwritten: Bool
            var copies: [String]
        }

        private static let resume = """
            Ann Smith
            Senior Backend Developer

            Experience
            Zorblax GmbH — Senior Software Engineer (2019 – now)

            Skills: Python, PostgreSQL, Docker
            """

        @Test func aPersonThatCannotBeReadIsTold() async throws {
            struct Listed: Decodable {
                struct Row: Decodable { var number: Int64 }
                var people: [Kept]
                var unreadable: [Row]?
            }
            let kept = try KeptSessions()
            for name in ["Ann Smith", "Bob Miller"] {
                #expect(try await kept.run("people", "add", name).code == 0)
            }
            #expect(try await kept.json(Listed.self, "people", "list").unreadable == nil)
            try await kept.change("UPDATE people SET body = '{' WHERE name = 'Ann Smith'")
            let list = try await kept.run("people", "list")
            #expect(list.code == 0 && list.log.contains("is left out, as it cannot be read"), "\(list.log)")
            let told = try await kept.json(Listed.self, "people", "list")
            #expect(told.people.map(\.value.name) == ["Bob Miller"] && told.unreadable?.count == 1)
        }

        /// Ann, with a kept resume and an interview of one typed answer.
        private func filled() async throws -> KeptSessions {
            let kept = try KeptSessions()
            #expect(try await kept.run("people", "add", "Ann Smith", "--email", "ann@example.org").code == 0)
            let file = kept.command.path("zorblax.txt")
            try TestFile.write(Self.resume, to: file)
            let added = try await kept.run("resume", "add", file, "--person", "Ann Smith")
            #expect(added.code == 0, "\(added.log)")
            let held = try await kept.command.run(
                ["practice", "--text", "--questions", "1", "--follow-ups", "0", "--resume-file", "1"],
                input: "I would look at the plan of the query, since it was the zorblaxian index.\n\n")
            #expect(held.code == 0, "\(held.log)")
            #expect(held.log.contains("Ann Smith's"), "\(held.log)")
            return kept
        }

        @Test func peopleAreAddedChangedAndDeleted() async throws {
            let kept = try KeptSessions()
            let ann = try await kept.json(
                Kept.self, "people", "add", " Ann  Smith ", "--email", "ann@example.org", "--organization",
                "Initech")
            #expect(ann.value.email == "ann@example.org" && ann.value.organization == 1)
            let bob = try await kept.json(Kept.self, "people", "add", "Bob", "--organization", "initech")
            #expect(bob.value.organization == 1, "An organization is found whatever the case of its letters.")
            let taken = try await kept.run(
                "people", "add", "Other", "--email", "ANN@example.org", "--organization", "1")
            #expect(taken.code == 64 && taken.log.contains("person 1"), "\(taken.log)")
            for wrong in [
                ["people", "add", " "], ["people", "add", "X", "--email", "nobody", "--organization", "New"],
            ] {
                #expect(try await kept.command.run(wrong).code == 64, "\(wrong)")
            }
            #expect(
                try await kept.run("people", "list", "--organization", "New").code == 66,
                "What is wrong is told before an organization is made.")
            #expect(try await kept.run("people", "change", "bob", "--name", "Bob Jones").code == 0)
            #expect(try await kept.run("people", "change", "2", "--organization", "").code == 0)
            #expect(try await kept.run("people", "change", "2").code == 64)
            let of = try await kept.json(People.self, "people", "list", "--organization", "Initech")
            #expect(of.people.map(\.number) == [1])
            let list = try await kept.run("people", "list")
            #expect(
                list.output.contains("Bob Jones") && list.output.contains("ann@example.org"), "\(list.output)"
            )
            #expect(try await kept.run("people", "show", "nobody here").code == 66)
            #expect(try await kept.run("people", "delete", "2").code == 64)
            #expect(try await kept.run("people", "delete", "2", "--yes").code == 0)
            #expect(try await kept.run("people", "show", "2").code == 66)
        }

        private struct Organizations: Decodable {
            struct Shown: Decodable {
                struct Extent: Decodable {
                    var people: Int
                    var interviews: Int
                }
                var organization: Kept
                var extent: Extent
            }
            var organizations: [Kept]
        }

        @Test func organizationsAreAddedChangedAndDeleted() async throws {
            let kept = try KeptSessions()
            let none = try await kept.run("organizations")
            #expect(none.code == 0 && none.log.contains("viva organizations add"), "\(none.log)")
            let added = try await kept.json(
                Kept.self, "organizations", "add", " Initech  Ltd. ", "--notes", "Since 1999.")
            #expect(added.number == 1 && added.value.name == "Initech Ltd.")
            #expect(try await kept.run("people", "add", "Ann", "--organization", "initech ltd.").code == 0)
            #expect(try await kept.run("organizations", "add", "Acme").code == 0)
            for wrong in [
                ["add", "INITECH LTD."], ["add", " "], ["add", "42"],
                ["change", "2", "--name", "initech ltd."],
                ["change", "2"], ["change", "2", "--name", ""], ["delete", "2"],
            ] { #expect(try await kept.command.run(["organizations"] + wrong).code == 64, "\(wrong)") }
            #expect(try await kept.run("organizations", "change", "1", "--name", "INITECH").code == 0)
            let list = try await kept.json(Organizations.self, "organizations", "list", "--search", "init")
            #expect(list.organizations.map(\.value.name) == ["INITECH"])
            let printed = try await kept.run("organizations", "list")
            #expect(printed.output.contains("INITECH") && printed.output.contains("1 person"), "\(printed)")
            let shown = try await kept.json(Organizations.Shown.self, "organizations", "show", "initech")
            #expect(
                shown.organization.number == 1 && shown.extent.people == 1 && shown.extent.interviews == 0)
            let page = try await kept.run("organizations", "show", "1")
            #expect(page.output.contains("Since 1999."), "\(page.output)")
            let unknown = try await kept.run("organizations", "show", "Nobody & Co.")
            #expect(unknown.code == 66 && unknown.log.contains("viva organizations list"), "\(unknown.log)")
            let deleted = try await kept.run("organizations", "delete", "initech", "--yes")
            #expect(deleted.code == 0 && deleted.log.contains("1 person"), "\(deleted.log)")
            #expect(try await kept.run("organizations", "show", "1").code == 66)
            let people = try await kept.json(People.self, "people", "list")
            #expect(people.people.map(\.value.organization) == [nil], "Its people stay.")
        }

        @Test func aKeptResumeIsShownAndFollowed() async throws {
            let kept = try await filled()
            let shown = try await kept.run("resume", "show", "1")
            for text in ["Zorblax GmbH", "2019 – now", "Python", "senior", "Ann Smith"] {
                #expect(shown.output.contains(text), "\(shown.output)")
            }
            let again = try await kept.run(
                "resume", "add", kept.command.path("zorblax.txt"), "--person", "1")
            #expect(again.code == 0 && again.log.contains("already, as resume 1"), "\(again.log)")
            let listed = try await kept.json(Listed.self, "sessions", "list", "--person", "Ann Smith")
            #expect(listed.interviews.map(\.candidate) == [1])
            #expect(try await kept.run("people", "add", "Bob").code == 0)
            #expect(
                try await kept.json(Listed.self, "sessions", "list", "--person", "Bob").interviews.isEmpty)
            let other = try await kept.command.run(
                ["practice", "--text", "--resume-file", "1", "--person", "Bob"])
            #expect(other.code == 64 && other.log.contains("Ann Smith's"), "\(other.log)")
            #expect(try await kept.run("practice", "--text", "--resume-file", "9").code == 66)
            #expect(try await kept.run("practice", "--text", "--person", "Nobody").code == 66)
            #expect(try await kept.run("practice", "--text", "--resume", "--person", "Bob").code == 64)
            #expect(try await kept.run("resume", "delete", "1").code == 64)
            #expect(try await kept.run("resume", "delete", "1", "--yes").code == 0)
            #expect(try kept.files(with: "Zorblax GmbH") == [])
            #expect(try await kept.run("resume", "show", "1").code == 66)
        }

        @Test(
            arguments: [
                ("", "is empty"), ("%PDF-1.4\n", "cut off or damaged"), ("   \n", "no words"),
                ("PK\u{3}\u{4}\u{14}\u{0}rest of a DOCX", "Accepted are"),
                ("\u{7F}ELF\u{2}\u{0}", "Accepted are"),
            ])
        func whatIsNoResumeIsToldAndNotKept(content: String, told: String) async throws {
            let kept = try KeptSessions()
            let file = kept.command.path("resume.pdf")
            try TestFile.write(content, to: file)
            let run = try await kept.run("resume", "add", file)
            #expect(run.code == 65 && run.log.contains(told), "\(run.log)")
            #expect(try await kept.json(Resumes.self, "resume", "list").resumes.isEmpty)
        }

        @Test func aResumeThatIsNotThereIsTold() async throws {
            let kept = try KeptSessions()
            #expect(try await kept.run("resume", "add", kept.command.path("none.pdf")).code == 66)
            #expect(try await kept.run("resume", "add", kept.command.folder).code == 66)
            #expect(
                try await kept.run("resume", "add", SourceTree.path + "/README.md", "--person", "9").code
                    == 66)
        }

        private struct Figures: Decodable {
            struct Statistics: Decodable { var interviews: Int }
            var statistics: Statistics
        }

        @Test func anInterviewIsGivenToAPersonWhoseItIsFromThenOn() async throws {
            let kept = try KeptSessions()
            for name in ["2026-09-21-1", "2026-09-22-1"] { try kept.add(name) }
            for name in ["Ann Smith", "Bob"] { #expect(try await kept.run("people", "add", name).code == 0) }
            func count(_ person: String) async throws -> Int {
                try await kept.json(Figures.self, "stats", "--person", person).statistics.interviews
            }
            #expect(try await count("Ann Smith") == 0)
            let given = try await kept.run("sessions", "change", "1", "2", "--person", "ann smith")
            #expect(given.code == 0 && given.log.contains("Ann Smith (person 1) answers"), "\(given.log)")
            #expect(try await count("Ann Smith") == 2)
            let changed = try await kept.run(
                "sessions", "change", "2", "--person", "2", "--interviewer", "1", "--title", "Second")
            #expect(changed.code == 0, "\(changed.log)")
            let counts = try await [count("1"), count("Bob")]
            #expect(counts == [1, 1])
            let list = try await kept.json(Listed.self, "sessions", "list", "--interviewer", "Ann Smith")
            #expect(list.interviews.map(\.number) == [2] && list.interviews.map(\.candidate) == [2])
            let shown = try await kept.run("sessions", "show", "2").output
            for (name, value) in [("Candidate", "Bob (person 2)"), ("Interviewer", "Ann Smith (person 1)")] {
                let line = try #require(shown.split(separator: "\n").first { $0.contains(name) }, "\(shown)")
                #expect(shown.contains("Second") && line.hasSuffix(value), "\(shown)")
            }
            // Nothing is wrong with the first of the two.
            let shared = try await kept.run("sessions", "change", "1", "2", "--interviewer", "bob", "--json")
            #expect(shared.code == 64 && shared.output.isEmpty, "\(shared)")
            #expect(
                shared.log.contains("viva: Bob (person 2) would ask and answer in interview 2: name"),
                "\(shared)")
            #expect(try await !kept.run("sessions", "show", "1").output.contains("Interviewer"))
            for (words, code) in [
                (["1"], 64), (["1", "--title", " "], 64),
                (["1", "--person", "Bob", "--interviewer", "2"], 64),
                (["1", "9", "--person", "Bob"], 66), (["1", "--person", "Eve"], 66),
            ] as [([String], Int32)] {
                #expect(try await kept.command.run(["sessions", "change"] + words).code == code, "\(words)")
            }
            #expect(try await count("Bob") == 1, "What is wrong is told before anything is changed.")
            #expect(try await kept.run("sessions", "change", "1", "--person", "").code == 0)
            #expect(try await count("1") == 0)
        }

        @Test func allOfAPersonIsHandedOutAndErased() async throws {
            let kept = try await filled()
            let zip = kept.command.path("ann.zip")
            let exported = try await kept.run("export", "--person", "ann@example.org", "--output", zip)
            #expect(
                exported.code == 0 && exported.log.contains("1 interview and 1 resume"), "\(exported.log)")
            let again = try await kept.run("export", "--person", "1", "--output", zip)
            #expect(again.code == 73 && again.log.contains("--overwrite"), "\(again.log)")
            #expect(try await kept.run("export", "--person", "1", "--output", zip, "--overwrite").code == 0)
            #expect(try await kept.run("export", "--output", zip).code == 64)
            #expect(try await kept.run("erase", "--person", "1", "--everything", "--yes").code == 64)

            #expect(try !kept.files(with: "orblax").isEmpty)
            let backup = kept.command.path("backup.db")
            #expect(try await kept.run("database", "backup", backup).code == 0)
            #expect(try await kept.run("database", "restore", backup, "--yes").code == 0)
            let refused = try await kept.run("erase", "--person", "Ann Smith")
            #expect(refused.code == 64 && refused.log.contains("--yes"), "\(refused.log)")
            let erased = try await kept.json(Erased.self, "erase", "--person", "Ann Smith", "--yes")
            #expect(erased.erased.interviews == 1 && erased.erased.resumes == 1 && erased.isOverwritten)
            // A copy that a restore has put aside holds others as well: it is named.
            #expect(erased.copies.count == 1 && erased.copies[0].contains("viva.db.before-"))
            for copy in erased.copies { try FileManager.default.removeItem(atPath: copy) }
            for text in ["orblax", "Ann Smith", "ann@example.org", "ann smith"] {
                #expect(try kept.files(with: text) == [], "\(text)")
            }
            let speech = kept.command.path("cache/viva/speech")
            #expect((try? FileManager.default.contentsOfDirectory(atPath: speech)) ?? [] == [])
            #expect(try await kept.run("erase", "--person", "Ann Smith", "--yes").code == 66)
            #expect(try await kept.run("database", "check").code == 0)
        }

        @Test func aDamagedInterviewIsLeftOutOfWhatIsHandedOut() async throws {
            let kept = try await filled()
            try await kept.change("UPDATE interviews SET body = '{'")
            let zip = kept.command.path("all.zip")
            let exported = try await kept.run("export", "--everything", "--output", zip)
            #expect(exported.code == 1 && exported.log.contains("1 resume in"), "\(exported.log)")
            #expect(exported.log.contains("interview 1 cannot be read (it is not JSON"), "\(exported.log)")
            #expect(FileManager.default.fileExists(atPath: zip))
            #expect(try await kept.run("erase", "--person", "1", "--yes").code == 0)
        }

        @Test func aKeptFileThatIsGoneOrDamagedIsKeptAgain() async throws {
            let kept = try KeptSessions()
            let file = kept.command.path("zorblax.txt")
            try TestFile.write(Self.resume, to: file)
            #expect(try await kept.run("resume", "add", file).code == 0)
            let name = try #require(try kept.files(with: Self.resume).first { $0.hasPrefix("recordings/") })
            let copy = "\(kept.home)/\(name)"
            try FileManager.default.removeItem(atPath: copy)
            for isDamaged in [false, true] {
                if isDamaged { try TestFile.write("something else", to: copy) }
                let again = try await kept.run("resume", "add", file)
                #expect(again.code == 0 && again.log.contains("the file is kept now"), "\(again.log)")
                #expect(try String(contentsOfFile: copy, encoding: .utf8) == Self.resume)
            }
            let sound = try await kept.run("resume", "add", file)
            #expect(sound.code == 0 && sound.log.contains("kept already"), "\(sound.log)")
            #expect(try await kept.json(Resumes.self, "resume", "list").resumes.count == 1)
            #expect(try await kept.run("database", "check").code == 0)
        }

        @Test func everythingIsErasedWithItsSessionFolders() async throws {
            let kept = try KeptSessions()
            try kept.add("one")
            try kept.add("two", day: 1, isCompleted: false)
            let first = try await kept.run("erase", "--everything", "--yes")
            #expect(first.code == 0 && first.log.contains("2 interviews"), "\(first.log)")
            #expect(first.log.contains("sessions/one") && first.log.contains("sessions/two"), "\(first.log)")
            #expect(
                try await kept.json(Listed.self, "sessions", "list").interviews.isEmpty,
                "A folder that stays is not taken in again.")
            let second = try await kept.json(
                Erased.self, "erase", "--everything", "--session-folders", "--yes")
            #expect(second.erased.deletedFolders == ["one", "two"])
            for text in ["marmalad", "zebrafish", "planted-sound"] {
                #expect(try kept.files(with: text) == [])
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: kept.sessions) == [])
        }

        @Test func oldInterviewsArePruned() async throws {
            let kept = try KeptSessions()
            let today = (Date().timeIntervalSince1970 - 1_790_000_000) / 86_400
            try kept.add("old", day: today - 400, sound: "RIFF old sound")
            try kept.add("older", day: today - 800, sound: "RIFF older sound")
            try kept.add("going", day: today - 800, isCompleted: false)
            #expect(try await kept.run("sessions", "list").code == 0)
            for wrong in ["90", "d", "-1d", "0d", "3h"] {
                let run = try await kept.run("sessions", "prune", "--older-than", wrong, "--dry-run")
                #expect(run.code == 64, "\(wrong): \(run.log)")
            }
            let listed = try await kept.run("sessions", "prune", "--older-than", "90d", "--dry-run")
            #expect(listed.code == 0 && listed.log.contains("2 interviews would be deleted"), "\(listed.log)")
            #expect(try await kept.run("sessions", "prune", "--older-than", "90d").code == 64)
            #expect(try await kept.json(Listed.self, "sessions", "list").interviews.count == 3)
            let pruned = try await kept.run(
                "sessions", "prune", "--older-than", "2y", "--yes", "--session-folders")
            #expect(pruned.code == 0 && pruned.log.contains("1 interview with 1 recording"), "\(pruned.log)")
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: kept.sessions).sorted() == [
                    "going", "old",
                ])
            let rest = try await kept.run("sessions", "prune", "--older-than", "12m", "--yes")
            #expect(rest.code == 0 && rest.log.contains("session folder"), "\(rest.log)")
            #expect(try await kept.json(Listed.self, "sessions", "list").interviews.count == 1)
            let none = try await kept.run("sessions", "prune", "--older-than", "12m", "--yes")
            #expect(none.code == 0 && none.log.contains("No interview"), "\(none.log)")
        }

        @Test func aSessionFolderIsDeletedWithItsInterview() async throws {
            let kept = try KeptSessions()
            try kept.add("one")
            try kept.add("two", day: 1)
            #expect(try await kept.run("sessions", "list").code == 0)
            let first = try await kept.run("sessions", "delete", "1", "--yes", "--session-folders")
            #expect(first.code == 0 && !first.log.contains("still stands"), "\(first.log)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: kept.sessions) == ["two"])
        }

        @Test func whatCrashesHaveLeftIsTidiedUp() async throws {
            let kept = try KeptSessions()
            try kept.add("one")
            #expect(try await kept.run("sessions", "list").code == 0)
            let first = try await kept.run("database", "tidy")
            #expect(first.code == 0 && first.output.contains("Nothing was left behind"), "\(first.output)")
            let id = try await kept.json(Shown.self, "sessions", "show", "1").interview.id
            try TestFile.write(
                "half", to: kept.command.newFolder(".local/share/viva/work/\(id.lowercased())") + "/x")
            let second = try await kept.run("database", "tidy")
            #expect(second.output.contains("1 folder of work is removed"), "\(second.output)")
            #expect(second.output.contains("is written anew"), "\(second.output)")
        }

        private struct Shown: Decodable {
            struct Interview: Decodable { var id: String }
            var interview: Interview
        }
    }
}
