import Foundation
import Testing

@testable import viva_bench

@Suite struct ModelTextsTests {
    private static func folder(_ files: [String: String]) throws -> String {
        let path = FileManager.default.temporaryDirectory.path + "/viva-model-texts-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path + "/deep", withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name)) }
        return path
    }

    @Test func anAnswerMayNotShareFiveWordsWithAnyFile() throws {
        let path = try Self.folder([
            "a.txt": "Nothing here.", "deep/b.yaml": "text: we keep the old system\n  running while we move",
            "c.json": "a file that no model is made of",
        ])
        defer { try? FileManager.default.removeItem(atPath: path) }
        let check = HeldOutCheck(known: try ModelTexts([path]).texts)
        #expect(
            check.sharedRuns("So we kept it: the old system, running while they moved")
                == ["the old system running while"])
        #expect(check.sharedRuns("a file that no model is made of") == [])
    }

    @Test func aPathThatIsNotThereIsNamed() {
        #expect(throws: CorpusFailure.self) { try ModelTexts(["/nowhere/texts"]) }
    }
}
