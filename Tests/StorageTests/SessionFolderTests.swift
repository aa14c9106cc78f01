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

    @Test func givesBackWhatWasWritten() throws {
        let interview = interview()
        try SessionFolder.write(interview, to: directory + "/one")
        #expect(try SessionFolder.read(directory + "/one") == interview)
    }

    @Test func anUnfinishedWriteLeavesTheEarlierStateInPlace() throws {
        let interview = interview()
        let path = directory + "/one"
        try SessionFolder.write(interview, to: path)
        // What a crash in the middle of the next write leaves behind.
        try TestFile.write("{\"half\":", to: path + "/.session.json.part")
        #expect(try SessionFolder.read(path) == interview)
        try SessionFolder.write(interview, to: path)
        #expect(!FileManager.default.fileExists(atPath: path + "/.session.json.part"))
    }

    @Test func aDamagedSessionIsSaidSo() throws {
        let path = try scratch.folder("sessions") + "/one"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try TestFile.write("not json", to: path + "/session.json")
        let error = #expect(throws: StorageError.self) { _ = try SessionFolder.read(path) }
        guard case .damaged(let file, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(file == path + "/session.json")
    }

    @Test func aFolderThatCannotBeMadeIsSaidSo() throws {
        try TestFile.write("", to: directory)
        #expect(throws: StorageError.self) { try SessionFolder.write(interview(), to: directory + "/one") }
    }

    @Test func theLibraryListsNewestFirst() throws {
        let library = SessionLibrary(directory: directory)
        #expect(try library.entries().isEmpty)
        let older = interview(startedAt: 1_700_000_000)
        let newer = interview(startedAt: 1_700_100_000)
        try SessionFolder.write(older, to: directory + "/2023-11-14-221320-aaaa")
        try SessionFolder.write(newer, to: directory + "/2023-11-16-020640-bbbb")
        #expect(try library.entries().map { try $0.interview.get().id } == [newer.id, older.id])
    }
}
