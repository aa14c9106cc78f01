import Archive
import FoundationEssentials
import Interview
import InterviewTestSupport
import Records
import SQL
import SQLite
import Storage
import TestSupport
import Testing

@Suite("Care of the database")
struct DatabaseCareTests {
    @Test("A backup takes the place of what is there, which stays beside it")
    func restores() async throws {
        let test = try await TestArchive()
        try await test.hold("one")
        let care = DatabaseCare(folder: test.home)
        _ = try await care.backup(to: test.scratch.file("backup.db"))
        try await test.hold("two")
        let restored = try await care.restore(from: test.scratch.file("backup.db"), at: TestArchive.date)
        #expect(restored.interviews == 1)
        let before = try SQLiteDatabase(path: try #require(restored.before))
        #expect(try await Records(database: before).interviewNumbers().count == 2)
        await before.close()
    }

    @Test(
        "A file that says it is Viva's and lacks a table changes nothing",
        arguments: ["imported_folders", "interviews"])
    func lacksTables(table: String) async throws {
        let test = try await TestArchive()
        try await test.hold("one")
        let care = DatabaseCare(folder: test.home)
        let backup = test.scratch.file("backup.db")
        _ = try await care.backup(to: backup)
        let broken = try SQLiteDatabase(path: backup)
        try await broken.write { connection in
            if table == "interviews" {
                // What refers to others goes before them.
                let others = [
                    "conversation_entries", "jobs", "interview_questions", "interview_skills",
                    "interview_tags",
                    "takes", "turns", "recording_files", "messages", "reports", "imported_folders",
                    "search_texts",
                ]
                for other in others { try connection.run(.trusted("DROP TABLE \(other)")) }
            }
            try connection.run(.trusted("DROP TABLE \(table)"))
        }
        await broken.close()
        do {
            _ = try await care.restore(from: backup)
            Issue.record("it was taken")
        } catch {
            guard case .storage(.damaged) = error else {
                Issue.record("\(error)")
                return
            }
        }
        #expect(try await test.archive.records.interviewNumbers().count == 1)
        #expect(!test.scratch.names(in: "home").contains { $0.contains("before") || $0.contains("restore") })
    }
}
