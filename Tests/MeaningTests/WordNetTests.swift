import Language
import Meaning
import Testing

@Suite struct WordNetTests {
    private let folder: WordNetFolder
    private let wordNet: WordNet

    init() throws {
        folder = try WordNetFolder.small()
        wordNet = try WordNet(folder: folder.path)
    }

    @Test(arguments: [
        ("begin", ["begin"]), ("began", ["begin"]), ("begins", ["begin"]), ("boxes", ["box"]),
        ("queries", ["query"]),
        ("decided", ["decide"]), ("deciding", ["decide"]), ("hoping", ["hope"]), ("hopped", []),
        ("larger", ["large"]), ("poodles", ["poodle"]), ("glass", ["glass"]), ("thoughts", []), ("as", []),
    ])
    func aWordLeadsToItsBaseForm(word: String, forms: [String]) {
        #expect(wordNet.entry(of: word)?.baseForms ?? [] == forms)
    }

    @Test func aWordCanBeAFormOfSeveral() throws {
        #expect(try #require(wordNet.entry(of: "left")).baseForms.sorted() == ["leave", "left"])
    }

    @Test(arguments: [
        ("start", "begin"), ("started", "begins"), ("began", "starting"), ("questions", "query"),
        ("left", "large"),
    ])
    func wordsThatShareTheirCommonestMeaningAreSynonyms(first: String, second: String) {
        #expect(wordNet.relation(first, second) == .synonym)
        #expect(wordNet.relation(second, first) == .synonym)
    }

    @Test func aRareMeaningMakesNoSynonym() {
        #expect(wordNet.relation("start", "jump") == nil)
        #expect(wordNet.relation("box", "loge") == nil)
    }

    @Test(arguments: [("decided", "decisions"), ("quickly", "quick")])
    func derivedFormsAreKnownFromBothSides(first: String, second: String) {
        #expect(wordNet.relation(first, second) == .derived)
        #expect(wordNet.relation(second, first) == .derived)
    }

    @Test func onlyTheWordItselfHasItsDerivedForms() {
        #expect(wordNet.relation("determine", "decision") == nil)
    }

    @Test(arguments: [("dog", "pet"), ("animal", "dogs"), ("poodle", "dog"), ("decide", "think")])
    func widerWordsCountWithinTwoSteps(first: String, second: String) {
        #expect(wordNet.relation(first, second) == .hypernym)
        #expect(wordNet.relation(second, first) == .hypernym)
    }

    @Test func widerWordsFurtherAwayDoNot() {
        #expect(wordNet.relation("poodle", "animal") == nil)
    }

    @Test(arguments: [
        "", " ", "begin v", "set_about", "set about", "begin\n", "BEGIN", "bégin", "c++", "\0", "1",
        String(repeating: "a", count: 1 << 20),
    ])
    func whatIsNoWordOfTheDictionaryIsUnknown(text: String) {
        #expect(wordNet.entry(of: text) == nil)
        #expect(wordNet.relation(text, "begin") == nil)
    }

    @Test func whatIsForgottenIsLookedUpAgain() {
        for number in 0..<WordNet.limitWords + 10 { #expect(wordNet.entry(of: "word\(number)") == nil) }
        #expect(wordNet.relation("start", "begin") == .synonym)
    }

    @Test func manyTasksGetTheSameAnswers() async {
        await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask { [wordNet] in
                    (0..<500).allSatisfy { round in
                        _ = wordNet.entry(of: "filler\(round)")
                        return wordNet.relation("started", "begin") == .synonym
                            && wordNet.relation("poodle", "dog") == .hypernym
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test func withoutAFolderThereIsNone() throws {
        #expect(try WordNet.installed(in: folder.path + "/none") == nil)
        #expect(try WordNet.installed(in: folder.path)?.relation("start", "begin") == .synonym)
    }
}
