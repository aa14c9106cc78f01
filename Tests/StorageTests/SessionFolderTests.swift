import Evaluation
import FoundationEssentials
import Interview
import Storage
import Testing

@Suite struct SessionFolderTests {
    private let directory = FileManager.default.temporaryDirectory
        .appending(path: "viva-storage-\(UUID().uuidString)").path

    private func interview(startedAt seconds: Double = 1_700_000_000) -> Interview {
        Interview(
            id: UUID().uuidString.lowercased(), plan: InterviewPlan(seed: 7),
            startedAt: Date(timeIntervalSince1970: seconds))
    }

    private func withDirectory(_ body: () throws -> Void) throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try body()
    }

    @Test func givesBackWhatWasSaved() throws {
        try withDirectory {
            let interview = interview()
            let path = SessionLibrary(directory: directory).path(forNew: interview)
            do {
                let folder = try SessionFolder(creating: path)
                try folder.save(interview)
            }
            let folder = try SessionFolder(opening: path)
            #expect(try folder.load() == interview)
        }
    }

    @Test func anUnfinishedWriteLeavesTheEarlierStateInPlace() throws {
        try withDirectory {
            let interview = interview()
            let path = directory + "/one"
            let folder = try SessionFolder(creating: path)
            try folder.save(interview)
            // What a crash in the middle of the next save leaves behind.
            try Data("{\"half\":".utf8).write(to: URL(filePath: path + "/.session.json.part"))
            #expect(try folder.load() == interview)
            try folder.save(interview)
            #expect(!FileManager.default.fileExists(atPath: path + "/.session.json.part"))
        }
    }

    @Test func keepsASecondProgramOutUntilTheFirstIsDone() throws {
        try withDirectory {
            let path = directory + "/one"
            do {
                let folder = try SessionFolder(creating: path)
                try folder.save(interview())
                #expect(throws: StorageError.sessionInUse(path: path)) {
                    _ = try SessionFolder(opening: path).path
                }
                _ = folder.path
            }
            #expect(throws: Never.self) { _ = try SessionFolder(opening: path).path }
        }
    }

    @Test func aDamagedSessionIsSaidSo() throws {
        try withDirectory {
            let path = directory + "/one"
            let folder = try SessionFolder(creating: path)
            try Data("not json".utf8).write(to: URL(filePath: path + "/session.json"))
            let error = #expect(throws: StorageError.self) { _ = try folder.load() }
            guard case .damaged(let file, _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(file == path + "/session.json")
        }
    }

    @Test func aFolderThatCannotBeMadeIsSaidSo() throws {
        try withDirectory {
            try Data().write(to: URL(filePath: directory))
            #expect(throws: StorageError.self) { _ = try SessionFolder(creating: directory + "/one").path }
        }
    }

    @Test func theLibraryListsNewestFirstAndFindsTheUnfinishedOne() throws {
        try withDirectory {
            let library = SessionLibrary(directory: directory)
            #expect(try library.entries().isEmpty)
            #expect(throws: StorageError.self) { try library.latestUnfinished() }
            let older = interview(startedAt: 1_700_000_000)
            var newer = interview(startedAt: 1_700_100_000)
            try newer.handle(.abandoned(at: Date(timeIntervalSince1970: 1_700_100_001)))
            for interview in [older, newer] {
                let folder = try SessionFolder(creating: library.path(forNew: interview))
                try folder.save(interview)
            }
            #expect(try library.entries().map { try $0.interview.get().id } == [newer.id, older.id])
            #expect(try library.latestUnfinished().interview.get().id == older.id)
            #expect(try library.entries().last?.name.hasPrefix("2023-11-14-221320-") == true)
        }
    }
}
