import Evaluation
import FoundationEssentials
import Interview
import Storage
import TestSupport
import Testing

@Suite struct SessionFolderTests {
    private let scratch: TestFolder
    private var directory: String { scratch.file("sessions") }

    init() throws { scratch = try TestFolder() }

    private func interview(startedAt seconds: Double = 1_700_000_000) -> Interview {
        Interview(
            id: UUID().uuidString.lowercased(), plan: InterviewPlan(seed: 7),
            startedAt: Date(timeIntervalSince1970: seconds))
    }

    @Test func givesBackWhatWasSaved() throws {
        let interview = interview()
        let path = SessionLibrary(directory: directory).path(forNew: interview)
        do {
            let folder = try SessionFolder(creating: path)
            try folder.save(interview)
        }
        let folder = try SessionFolder(opening: path)
        #expect(try folder.load() == interview)
    }

    @Test func anUnfinishedWriteLeavesTheEarlierStateInPlace() throws {
        let interview = interview()
        let path = directory + "/one"
        let folder = try SessionFolder(creating: path)
        try folder.save(interview)
        // What a crash in the middle of the next save leaves behind.
        try TestFile.write("{\"half\":", to: path + "/.session.json.part")
        #expect(try folder.load() == interview)
        try folder.save(interview)
        #expect(!FileManager.default.fileExists(atPath: path + "/.session.json.part"))
    }

    @Test func keepsASecondProgramOutUntilTheFirstIsDone() throws {
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

    @Test func aDamagedSessionIsSaidSo() throws {
        let path = directory + "/one"
        let folder = try SessionFolder(creating: path)
        try TestFile.write("not json", to: path + "/session.json")
        let error = #expect(throws: StorageError.self) { _ = try folder.load() }
        guard case .damaged(let file, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(file == path + "/session.json")
    }

    @Test func aFolderThatCannotBeMadeIsSaidSo() throws {
        try TestFile.write("", to: directory)
        #expect(throws: StorageError.self) { _ = try SessionFolder(creating: directory + "/one").path }
    }

    @Test func theLibraryListsNewestFirstAndFindsTheUnfinishedOne() throws {
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
