import FoundationEssentials
import SQL
import SQLite
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

extension KeepingCommandTests {
    @Suite struct DatabaseCommandTests {
        private struct Check: Decodable {
            var interviews: Int
            var recordings: Int
            var problems: [String]
            var unreadable: [Int64]
            var orphans: [String]
            var removed: Int?
        }

        private func filled() async throws -> KeptSessions {
            let kept = try KeptSessions()
            try kept.add("one")
            try kept.add("two", day: 1, sound: "RIFF another sound")
            #expect(try await kept.run("sessions", "list").code == 0)
            return kept
        }

        private func recording(_ kept: KeptSessions) throws -> String {
            try #require(try kept.files(with: "planted-sound").first)
        }

        @Test func aBackupIsMadeAndRestored() async throws {
            let kept = try await filled()
            let backup = kept.command.path("backup.db")
            let made = try await kept.run("database", "backup", backup)
            #expect(made.code == 0 && made.log.contains("recordings"), "\(made.log)")
            let again = try await kept.run("database", "backup", backup)
            #expect(again.code == 73 && again.log.contains("there already"), "\(again.log)")
            #expect(try await kept.run("sessions", "delete", "1", "2", "--yes").code == 0)
            let refused = try await kept.run("database", "restore", backup)
            #expect(refused.code == 64 && refused.log.contains("--yes"), "\(refused.log)")
            let restored = try await kept.run("database", "restore", backup, "--yes")
            #expect(restored.code == 0 && restored.log.contains("2 interviews"), "\(restored.log)")
            #expect(restored.log.contains("viva.db.before-"), "\(restored.log)")
            let list = try await kept.run("sessions", "list")
            #expect(list.output.split(separator: "\n").count == 2)
            // The recordings were deleted, and a backup of the database has none.
            let check = try await kept.json(Check.self, "database", "check")
            #expect(
                check.problems.count == 2 && check.problems.allSatisfy { $0.contains("answers/01-2.wav") })
        }

        @Test func recordingsAreEncryptedAndGetAnotherKey() async throws {
            let kept = try await filled()
            let none = try await kept.run("database", "rotate")
            #expect(none.code != 0 && none.log.contains("VIVA_KEY"), "\(none.log)")
            let (old, new) = (Self.key(1), Self.key(2))
            let first = try await kept.run("database", "rotate", variables: ["VIVA_KEY": old])
            #expect(first.code == 0 && first.log.contains("2 of them newly encrypted"), "\(first.log)")
            #expect(try kept.files(with: "planted-sound").isEmpty)
            let wrong = try await kept.run("database", "rotate", variables: ["VIVA_KEY": new])
            #expect(wrong.code != 0, "\(wrong.log)")
            let second = try await kept.run("database", "rotate", variables: ["VIVA_KEY": "\(new),\(old)"])
            #expect(second.code == 0 && second.log.contains("2 recordings"), "\(second.log)")
            let check = try await kept.run("database", "check", variables: ["VIVA_KEY": new])
            #expect(check.code == 0 && check.output.contains("2 recordings"), "\(check.output) \(check.log)")
        }

        private static func key(_ digit: UInt8) -> String {
            Data((0..<32).map { digit &+ $0 &* 7 }).base64EncodedString()
        }

        @Test func aWrongBackupChangesNothing() async throws {
            let kept = try await filled()
            let text = kept.command.path("text.db")
            try TestFile.write(String(repeating: "This is no database. ", count: 300), to: text)
            let other = kept.command.path("other.db")
            let database = try SQLiteDatabase(path: other)
            try await database.write { try $0.run("CREATE TABLE things (id BIGINT)") }
            await database.close()
            let later = kept.command.path("later.db")
            #expect(try await kept.run("database", "backup", later).code == 0)
            let newer = try SQLiteDatabase(path: later)
            try await newer.write {
                try $0.run(
                    "INSERT INTO schema_migrations (version, name, applied_at) VALUES (999, 'later', 0)")
            }
            await newer.close()
            for (path, code) in [(text, 65), (other, 65), (later, 69), ("/no/such/file.db", 66)] {
                let run = try await kept.run("database", "restore", path, "--yes")
                #expect(run.code == Int32(code), "\(path): \(run.log)")
            }
            let check = try await kept.json(Check.self, "database", "check")
            #expect(check.interviews == 2 && check.problems.isEmpty)
            let left = try FileManager.default.contentsOfDirectory(atPath: kept.home)
            #expect(!left.contains { $0.contains("before") || $0.contains("restore") }, "\(left)")
        }

        @Test func aDatabaseOfALaterVersionIsToldAndLeftAlone() async throws {
            let kept = try await filled()
            try await kept.change(
                "INSERT INTO schema_migrations (version, name, applied_at) VALUES (999, 'later', 0)")
            for command in [["sessions", "list"], ["database", "check"], ["database", "migrate"]] {
                let run = try await kept.command.run(command)
                #expect(run.code == 69 && run.log.contains("Update viva"), "\(run.log)")
            }
            #expect(try await kept.run("database", "backup", kept.command.path("newer.db")).code == 0)
        }

        @Test func aDamagedFileIsToldAndABackupTakesItsPlace() async throws {
            let kept = try await filled()
            let backup = kept.command.path("backup.db")
            #expect(try await kept.run("database", "backup", backup).code == 0)
            for suffix in ["-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: kept.database + suffix)
            }
            try TestFile.write(String(repeating: "This is no database. ", count: 300), to: kept.database)
            let told = try await kept.run("sessions", "list")
            #expect(told.code == 65 && told.log.contains("`viva database restore`"), "\(told.log)")
            let named = try await kept.run(
                "sessions", "list", "--home", kept.home, variables: ["VIVA_HOME": kept.command.path("other")])
            #expect(named.log.contains("`viva database restore --home \(kept.home)`"), "\(named.log)")
            #expect(try await kept.run("database", "backup", kept.command.path("b.db")).code == 65)
            let restored = try await kept.run("database", "restore", backup, "--yes")
            #expect(restored.code == 0, "\(restored.log)")
            let check = try await kept.json(Check.self, "database", "check")
            #expect(check.interviews == 2 && check.problems.isEmpty)
        }

        @Test func aCheckNamesWhatIsWrong() async throws {
            let kept = try await filled()
            let sound = try await kept.json(Check.self, "database", "check")
            #expect(sound.interviews == 2 && sound.recordings == 2 && sound.problems.isEmpty)
            // A recording that was changed, one that is gone, one that nothing names, and a row that is no interview.
            let changed = kept.home + "/" + (try recording(kept))
            try TestFile.write("RIFF planted-sounds", to: changed)
            var check = try await kept.json(Check.self, "database", "check")
            #expect(check.problems.count == 1 && check.problems[0].contains("damaged"), "\(check.problems)")
            try FileManager.default.removeItem(atPath: changed)
            check = try await kept.json(Check.self, "database", "check")
            #expect(
                check.problems.count == 1 && check.problems[0].contains("interview 1"), "\(check.problems)")
            try await kept.change("UPDATE interviews SET body = '{}' WHERE id = 2")
            let run = try await kept.run("database", "check")
            #expect(run.code == 1 && run.output.contains("viva sessions delete 2\n"), "\(run.output)")
            #expect(run.output.contains("viva database restore\n"), "\(run.output)")
            #expect(try await kept.json(Check.self, "database", "check").unreadable == [2])
            let shown = try await kept.run("sessions", "show", "2")
            #expect(shown.code == 65 && shown.log.contains("`viva database check`"), "\(shown.log)")
            // Somebody else's folder: what is to be typed must not go for the usual one.
            let elsewhere = ["VIVA_HOME": kept.command.path("other")]
            let named = try await kept.run("database", "check", "--home", kept.home, variables: elsewhere)
            #expect(named.output.contains("viva sessions delete 2 --home \(kept.home)\n"), "\(named.output)")
            #expect(named.output.contains("viva database restore --home \(kept.home)\n"), "\(named.output)")
            for words in [["sessions", "show", "2"], ["sessions", "change", "1", "2", "--title", "New"]] {
                let run = try await kept.command.run(words + ["--home", kept.home], variables: elsewhere)
                #expect(run.code == 65, "\(run.log)")
                #expect(run.log.contains("`viva database check --home \(kept.home)`"), "\(run.log)")
            }
            #expect(try await !kept.run("sessions", "show", "1").output.contains("New"))
            #expect(try await kept.run("sessions", "delete", "1", "2", "--yes").code == 0)
            #expect(try await kept.run("database", "check").code == 0)
        }

        @Test func recordingsThatNothingNamesAreNamedAndRemoved() async throws {
            let kept = try await filled()
            try await kept.change("DELETE FROM interviews WHERE id = 1")
            let check = try await kept.json(Check.self, "database", "check")
            #expect(check.problems.isEmpty && check.orphans.count == 1)
            let asked = try await kept.run("database", "check", "--remove-orphans")
            #expect(asked.code == 64 && asked.log.contains("--yes"), "\(asked.log)")
            #expect(try kept.files(with: "planted-sound").count == 1)
            let removing = try await kept.json(Check.self, "database", "check", "--remove-orphans", "--yes")
            #expect(removing.removed == 1)
            #expect(try kept.files(with: "planted-sound") == [])
            #expect(try await kept.json(Check.self, "database", "check").orphans.isEmpty)
        }

        @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
        func aFolderThatMayOnlyBeReadIsTold() async throws {
            let kept = try await filled()
            let folder = try kept.command.newFolder("sealed")
            chmod(folder, 0o500)
            defer { chmod(folder, 0o700) }
            let backup = try await kept.run("database", "backup", folder + "/backup.db")
            #expect(backup.code == 73 && backup.log.contains("sealed"), "\(backup.log)")
            let export = try await kept.run("sessions", "export", "1", "--output", folder + "/one")
            #expect(export.code == 73 && export.log.contains("sealed"), "\(export.log)")
            let begun = try await kept.run("sessions", "list", "--home", folder + "/home")
            #expect(begun.code == 73 && begun.log.contains("sealed"), "\(begun.log)")
        }

        @Test func aPlaceThatIsNoFolderIsTold() async throws {
            let kept = try await filled()
            let file = kept.command.path("file")
            try TestFile.write("A file.", to: file)
            for command in [
                ["database", "backup", file + "/backup.db"],
                ["sessions", "export", "1", "--output", file + "/one"],
                ["sessions", "export", "1", "--output", file],
                ["sessions", "list", "--home", file + "/home"],
            ] {
                let run = try await kept.command.run(command)
                #expect(run.code == 73 && run.log.contains(file), "\(command): \(run.log)")
            }
            #expect(try TestFile.text(file) == "A file.")
        }

        @Test func aHomeWithoutANameIsToldAtOnce() async throws {
            let run = try await Command().run("sessions", "list", "--home", "")
            #expect(run.code == 64 && run.log.contains("--home needs"), "\(run.log)")
        }

        @Test func aServerHasItsOwnPrograms() async throws {
            let kept = try KeptSessions()
            let server = ["VIVA_DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"]
            let backup = try await kept.run("database", "backup", "b.db", variables: server)
            #expect(backup.code == 64 && backup.log.contains("pg_dump"), "\(backup.log)")
            let restore = try await kept.run("database", "restore", "b.db", "--yes", variables: server)
            #expect(restore.code == 64 && restore.log.contains("pg_restore"), "\(restore.log)")
            #expect(try await kept.run("database", "check", variables: server).code == 69)
        }

        @Test func theLatestFormIsTold() async throws {
            let kept = try KeptSessions()
            let first = try await kept.run("database", "migrate")
            #expect(first.code == 0 && first.log.contains("from form 0"), "\(first.log)")
            let second = try await kept.run("database", "migrate")
            #expect(second.code == 0 && second.log.contains("latest form"), "\(second.log)")
        }
    }
}
