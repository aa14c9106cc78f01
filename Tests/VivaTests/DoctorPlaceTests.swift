import Foundation
import SQL
import TestSupport
import Testing

extension CommandTests {
    /// What `viva doctor` says of the database, the recordings, the fonts and the disk, and that it leaves them as they are.
    @Suite struct DoctorPlaceTests {
        private struct Report: Decodable {
            struct Check: Decodable {
                var area: String
                var name: String
                var status: String
                var detail: String
                var remedy: String?
            }
            var checks: [Check]

            subscript(area: String, name: String) -> Check? {
                checks.first { $0.area == area && $0.name == name }
            }
        }

        /// What `viva doctor` finds. The model is one that is not there, so that nothing is heard.
        private func look(
            _ command: Command, _ options: String..., variables: [String: String] = [:]
        ) async throws -> Report {
            let variables = variables.merging(["VIVA_MODEL_PATH": command.path("no-model")]) { given, _ in
                given
            }
            let run = try await command.run(["doctor", "--json"] + options, variables: variables)
            #expect(run.code == 1, "\(run.log)")
            return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
        }

        /// The files below a folder with their sizes and when they were changed, but SQLite's map of its log, which readers mark.
        private func files(_ folder: String) throws -> [String: String] {
            try FileManager.default.subpathsOfDirectory(atPath: folder).reduce(into: [:]) { files, name in
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
                guard !name.hasSuffix("-shm") else { return }
                guard attributes[.type] as? FileAttributeType == .typeRegular else {
                    return files[name] = ""
                }
                files[name] = "\(attributes[.size] ?? 0) \(attributes[.modificationDate] ?? 0)"
            }
        }

        @Test func whereNothingIsKeptNothingIsMade() async throws {
            let command = try Command()
            let home = command.path("new/place")
            let report = try await look(command, "--home", home)
            #expect(report["database", "file"]?.status == "ok")
            #expect(report["database", "file"]?.detail.contains("is made when") == true)
            #expect(report["database", "recordings"]?.status == "optional")
            #expect(report["disk", "interviews"]?.status == "ok")
            #expect(!FileManager.default.fileExists(atPath: command.path("new")))
            #expect(!FileManager.default.fileExists(atPath: command.path(".local")))
        }

        @Test func aDatabaseIsLookedAtAndLeftAsItIs() async throws {
            let kept = try KeptSessions()
            try kept.add("one")
            #expect(try await kept.run("sessions", "list").code == 0)
            let before = try files(kept.home)
            let sound = try await look(kept.command)
            #expect(sound["database", "file"]?.status == "ok")
            let file = sound["database", "file"]?.detail ?? ""
            #expect(file.contains("SQLite, form ") && file.contains(", whole"), "\(file)")
            #expect(sound["database", "recordings"]?.detail.hasPrefix("1; without a key") == true)
            #expect(try files(kept.home) == before)

            try await kept.change(
                "INSERT INTO schema_migrations (version, name, applied_at) VALUES (999, 'later', 0)")
            let later = try await look(kept.command)
            #expect(later["database", "file"]?.status == "missing")
            #expect(later["database", "file"]?.remedy == "update viva")

            for suffix in ["-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: kept.database + suffix)
            }
            try TestFile.write(String(repeating: "This is no database. ", count: 300), to: kept.database)
            let damaged = try files(kept.home)
            let told = try await look(kept.command)
            #expect(told["database", "file"]?.status == "missing")
            #expect(told["database", "file"]?.remedy?.contains("viva database restore") == true)
            #expect(try files(kept.home) == damaged)
        }

        @Test func aDatabaseThatIsBeingWrittenIsReadWithItsLog() async throws {
            let kept = try KeptSessions()
            try kept.add("one")
            #expect(try await kept.run("sessions", "list").code == 0)
            try await kept.whileOpen(
                "INSERT INTO schema_migrations (version, name, applied_at) VALUES (999, 'later', 0)"
            ) {
                let report = try await look(kept.command)
                #expect(report["database", "file"]?.detail.contains("form 999") == true)
            }
        }

        @Test func aServerThatCannotBeReachedAndWrongKeysAreTold() async throws {
            let command = try Command()
            let report = try await look(
                command,
                variables: [
                    "VIVA_DATABASE_URL": "postgres://viva:secret@127.0.0.1:1/viva",
                    "VIVA_KEY": String(repeating: "0", count: 64), "VIVA_KEY_FILE": command.path("key"),
                ])
            let server = try #require(report["database", "server"])
            #expect(server.status == "missing" && server.remedy?.contains("VIVA_DATABASE_URL") == true)
            #expect(!server.detail.contains("secret"))
            let recordings = try #require(report["database", "recordings"])
            #expect(recordings.status == "missing" && recordings.detail.contains("both are set"))
        }

        @Test(.enabled(if: ProcessInfo.processInfo.environment["VIVA_TEST_POSTGRES"] != nil))
        func aServerThatAnswersIsInOrder() async throws {
            let address = try #require(ProcessInfo.processInfo.environment["VIVA_TEST_POSTGRES"])
            let report = try await look(try Command(), variables: ["VIVA_DATABASE_URL": address])
            let server = try #require(report["database", "server"])
            #expect(server.status == "ok" && server.detail.contains("PostgreSQL 1"), "\(server.detail)")
        }

        @Test func withAKeyRecordingsFromBeforeAreNamed() async throws {
            let kept = try KeptSessions()
            try kept.add("one")
            #expect(try await kept.run("sessions", "list").code == 0)
            let report = try await look(
                kept.command,
                variables: ["VIVA_KEY": "6b1d0f5a93c27e48b6a4913fd07c25e88e52c70df3194a6b84e72c39a5f0d61b"])
            let recordings = try #require(report["database", "recordings"])
            #expect(recordings.status == "warning", "\(recordings.detail)")
            #expect(recordings.detail.contains("1 of 1"))
        }

        @Test func withoutFontsAReportSaysWhatToDo() async throws {
            let kept = try KeptSessions()
            try kept.add("one")
            let fonts = kept.command.path("fonts.conf")
            let empty = try kept.command.newFolder("no-fonts")
            try TestFile.write(
                """
                <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
                <fontconfig><dir>\(empty)</dir><cachedir>\(empty)</cachedir></fontconfig>
                """, to: fonts)
            let checks = try await look(kept.command, variables: ["FONTCONFIG_FILE": fonts])
            #expect(checks["reports", "fonts"]?.status == "missing")
            #expect(checks["reports", "fonts"]?.remedy == "apt-get install fonts-dejavu-core")
            let out = kept.command.path("report.pdf")
            let run = try await kept.run(
                "report", "1", "--output", out, variables: ["FONTCONFIG_FILE": fonts])
            #expect(run.code == 69 && run.log.contains("no font is installed"), "\(run.log)")
            #expect(!FileManager.default.fileExists(atPath: out))
        }
    }
}
