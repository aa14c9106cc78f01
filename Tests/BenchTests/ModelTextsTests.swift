import TestSupport
import Testing

@testable import viva_bench

@Suite struct ModelTextsTests {
    @Test func anAnswerMayNotShareFiveWordsWithAnyFile() throws {
        let folder = try TestFolder()
        try folder.write("Nothing here.", to: "a.txt")
        try folder.write("text: we keep the old system\n  running while we move", to: "deep/b.yaml")
        try folder.write("a file that no model is made of", to: "c.json")
        let check = HeldOutCheck(known: try ModelTexts([folder.path]).texts)
        #expect(
            check.sharedRuns("So we kept it: the old system, running while they moved")
                == ["the old system running while"])
        #expect(check.sharedRuns("a file that no model is made of") == [])
    }

    @Test func aPathThatIsNotThereIsNamed() {
        #expect(throws: CorpusFailure.self) { try ModelTexts(["/nowhere/texts"]) }
    }
}
