import Files
import Foundation
import Interview
import TestSupport
import Testing

@testable import Storage

@Suite struct QuestionFileLockingTests {
    /// Takes one question into the file at `path`, as an import of another program does.
    private static func take(_ number: Int, into path: String) async throws {
        let text = """
            questions:
              - {id: q-\(number), text: Which \(number)?, kind: hr, category: x, level: mid, sampleAnswers: [This one.]}
            """
        let source = QuestionSource(name: "in", format: .yaml, content: Data(text.utf8))
        try await QuestionBankFile.locking([path]) {
            let isThere = FileManager.default.fileExists(atPath: path)
            let own = isThere ? try QuestionBankFile.questions(in: [path]) : []
            let found = QuestionImport(of: [source], into: .init(shipped: [], own: own))
            #expect(found.problems.isEmpty, "\(found.problems)")
            try QuestionBankFile.write(found, own: own, to: path)
        }
    }

    @Test func importsAtTheSameTimeLoseNothing() async throws {
        let folder = try TestFolder()
        let path = folder.file("new/mine.yaml")
        let numbers = 1...20
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in numbers { group.addTask { try await Self.take(number, into: path) } }
            try await group.waitForAll()
        }
        let ids = try QuestionBankFile.load(path: path).questions.map(\.id)
        #expect(Set(ids) == Set(numbers.map { "q-\($0)" }) && ids.count == numbers.count)
    }

    @Test func whoHasTheFolderForLongIsToldOf() async throws {
        let folder = try TestFolder()
        let lock = try FileLock(path: folder.file(".viva-questions.lock"))
        await #expect(throws: StorageError.questionsInUse(folder: folder.path)) {
            try await QuestionBankFile.locking([folder.file("a.yaml")], waitingFor: .milliseconds(50)) {}
        }
        withExtendedLifetime(lock) {}
    }

    /// Two files of one folder, one of them named by a link from elsewhere.
    @Test func aFolderIsLockedOnceForAllItsFiles() async throws {
        let folder = try TestFolder()
        try folder.folder("real")
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link.yaml"), withDestinationPath: folder.file("real/a.yaml"))
        let paths = [folder.file("link.yaml"), folder.file("real/b.yaml")]
        let done = try await QuestionBankFile.locking(paths, waitingFor: .milliseconds(50)) { true }
        #expect(done && folder.names() == ["link.yaml", "real"])
    }
}
