import Foundation
import SQL
import SQLite
import TestSupport
import Testing

@Suite("SQLite files")
struct SQLiteFileTests {
    private static func filled(_ path: String) async throws -> SQLiteDatabase {
        let database = try SQLiteDatabase(path: path)
        try await database.write { connection in
            try connection.run("CREATE TABLE things (id BIGINT, name TEXT)")
            for id in 0..<500 {
                try connection.run(
                    "INSERT INTO things VALUES (\(id), \(String(repeating: "name \(id) ", count: 20)))")
            }
        }
        return database
    }

    private static func count(_ database: SQLiteDatabase) async throws -> Int {
        try await database.read { try $0.oneRow("SELECT count(*) AS n FROM things").count("n") }
    }

    @Test("A commit waits for the disk")
    func commitIsOnTheDisk() async throws {
        let folder = try TestFolder()
        for _ in 0..<2 {
            let database = try SQLiteDatabase(path: folder.file("viva.db"))
            let level = try await database.write {
                try $0.oneRow("PRAGMA synchronous").integer("synchronous")
            }
            // FULL or EXTRA (https://www.sqlite.org/pragma.html#pragma_synchronous).
            #expect(level >= 2)
            await database.close()
        }
    }

    @Test("What is no database is said, copied and left as it is")
    func noDatabase() throws {
        let folder = try TestFolder()
        let path = try folder.write(String(repeating: "This is no database. ", count: 300), to: "viva.db")
        let before = try folder.bytes("viva.db")
        do {
            _ = try SQLiteDatabase(path: path)
            Issue.record("it was opened")
        } catch {
            guard case .damaged(path, _, copy: let copy?) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(try TestFile.bytes(copy) == before)
        }
        #expect(try folder.bytes("viva.db") == before)
    }

    @Test("A database whose middle was overwritten is found by the check")
    func damagedMiddle() async throws {
        let folder = try TestFolder()
        let database = try await Self.filled(folder.file("viva.db"))
        #expect(try await database.problems().isEmpty)
        try await database.scrub()
        await database.close()
        var bytes = try folder.bytes("viva.db")
        for place in 8192..<min(bytes.count, 16384) { bytes[place] = UInt8(truncatingIfNeeded: place * 31) }
        try TestFile.write(bytes, to: folder.file("viva.db"))
        let again = try SQLiteDatabase(path: folder.file("viva.db"))
        do {
            #expect(try await !again.problems().isEmpty)
        } catch let error as SQLError {
            guard case .damaged = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test("A backup is one whole file, made while others write; restoring brings it back")
    func backup() async throws {
        let folder = try TestFolder()
        let database = try await Self.filled(folder.file("viva.db"))
        try await database.backup(to: folder.file("copy.db"))
        try await database.write { try $0.run("DELETE FROM things WHERE id >= 10") }
        #expect(try await Self.count(database) == 10)
        await #expect(throws: SQLError.self) { try await database.backup(to: folder.file("copy.db")) }
        try await database.restore(from: folder.file("copy.db"))
        #expect(try await Self.count(database) == 500)
        #expect(!folder.exists("copy.db-wal"))
        await #expect(throws: SQLError.self) { try await database.restore(from: folder.file("none.db")) }
        _ = try folder.write("no database at all, but some text", to: "text.db")
        await #expect(throws: SQLError.self) { try await database.restore(from: folder.file("text.db")) }
        #expect(try await Self.count(database) == 500)
    }

    @Test("Nothing that was deleted is left in the files")
    func scrubbed() async throws {
        let folder = try TestFolder()
        let database = try await Self.filled(folder.file("viva.db"))
        let marker = "Zwetschgenmarmelade"
        try await database.write { try $0.run("INSERT INTO things VALUES (1000, \(marker))") }
        func isFound() throws -> Bool {
            try folder.names().contains {
                try String(decoding: folder.bytes($0), as: UTF8.self).contains(marker)
            }
        }
        #expect(try isFound())
        try await database.write { try $0.run("DELETE FROM things WHERE id = 1000") }
        try await database.scrub()
        #expect(try !isFound())
    }

    @Test("Others see what was written, and files are for their owner alone")
    func shared() async throws {
        let folder = try TestFolder()
        let first = try await Self.filled(folder.file("viva.db"))
        let second = try SQLiteDatabase(path: folder.file("viva.db"))
        #expect(try await Self.count(second) == 500)
        try await second.write { try $0.run("DELETE FROM things") }
        #expect(try await Self.count(first) == 0)
        try await first.backup(to: folder.file("copy.db"))
        for name in ["viva.db", "viva.db-wal", "viva.db-shm", "copy.db"] {
            let mode =
                try FileManager.default.attributesOfItem(atPath: folder.file(name))[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(name)")
        }
    }

    @Test("A file that others might read is made private before anything is read of it")
    func madePrivate() async throws {
        let folder = try TestFolder()
        await (try Self.filled(folder.file("viva.db"))).close()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: folder.file("viva.db"))
        let database = try SQLiteDatabase(path: folder.file("viva.db"))
        #expect(try await Self.count(database) == 500)
        for name in folder.names() {
            let mode =
                try FileManager.default.attributesOfItem(atPath: folder.file(name))[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(name)")
        }
    }

    @Test("What others write while a backup is put in its place is in the copy of before or in the new one")
    func restoreKeepsAll() async throws {
        let folder = try TestFolder()
        let database = try await Self.filled(folder.file("viva.db"))
        try await database.backup(to: folder.file("copy.db"))
        let other = try SQLiteDatabase(path: folder.file("viva.db"))
        let writing = Task {
            var written: [Int] = []
            while !Task.isCancelled {
                let id = 1000 + written.count
                do {
                    try await other.write { try $0.run("INSERT INTO things VALUES (\(id), 'new')") }
                } catch is CancellationError {
                    break
                }
                written.append(id)
            }
            return written
        }
        for number in 1...8 {
            try await database.restore(
                from: folder.file("copy.db"), keeping: folder.file("before-\(number).db"))
        }
        writing.cancel()
        let written = try await writing.value
        var found = try await Self.ids(database)
        for number in 1...8 {
            let before = try SQLiteDatabase(path: folder.file("before-\(number).db"))
            found.formUnion(try await Self.ids(before))
            await before.close()
        }
        #expect(!written.isEmpty && written.allSatisfy(found.contains))
        // A place that is taken: nothing was changed.
        let count = try await Self.count(database)
        await #expect(throws: SQLError.self) {
            try await database.restore(from: folder.file("copy.db"), keeping: folder.file("before-1.db"))
        }
        #expect(try await Self.count(database) == count && folder.exists("before-1.db"))
    }

    private static func ids(_ database: SQLiteDatabase) async throws -> Set<Int> {
        try await database.read { Set(try $0.rows("SELECT id FROM things").map { try $0.count("id") }) }
    }

    @Test("A folder that is not there is said")
    func noFolder() throws {
        let folder = try TestFolder()
        #expect(throws: SQLError.self) { try SQLiteDatabase(path: folder.file("none/viva.db")) }
    }
}
