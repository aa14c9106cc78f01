import Delivery
import Signal
import Speech
import Testing

@Suite struct FillerFinderTests {
    /// The fillers of a text in which `_` is a pause.
    private func fillers(_ text: String) -> [String] {
        DeliveryReport(
            words: TestAnswer.words(text), speech: [], syllables: [], quality: TestAnswer.quality(seconds: 60)
        ).fillers.map { "\($0.kind.rawValue): \($0.text)" }
    }

    @Test(arguments: ["um", "uh", "er", "erm", "hmm", "mm", "ah", "Um,"])
    func findsFilledPausesAnywhere(word: String) {
        #expect(fillers("i worked \(word) there").count == 1)
        #expect(fillers("i worked \(word) there").first?.hasPrefix("filledPause") == true)
    }

    @Test(arguments: [
        ("i was _ like _ a lead", ["lexical: like"]), ("i like databases _ like postgres", []),
        ("it was you know _ hard", ["lexical: you know"]), ("do you know _ the answer", []),
        ("it is _ i mean faster", ["lexical: i mean"]), ("that is what i mean _", []),
        ("it was sort of _ slow", ["lexical: sort of"]), ("what sort of _ index", []),
        ("a kind of tree", []), ("so _ we moved", ["lexical: so"]), ("we moved so that it works", []),
        ("basically _ it is a queue", ["lexical: basically"]), ("it is basically a queue", []),
        ("we went um like uh home", ["filledPause: um", "lexical: like", "filledPause: uh"]),
    ])
    func findsLexicalFillersOnlyWhereTheyAreSetApart(text: String, expected: [String]) {
        #expect(fillers(text) == expected, "\(text)")
    }

    @Test func findsHedgesAnywhereAndKeepsThemApart() {
        #expect(
            fillers("i think it was maybe ten and i guess probably more")
                == ["hedge: i think", "hedge: maybe", "hedge: i guess", "hedge: probably"])
        let words = TestAnswer.words("i think i guess maybe it was ten or so of them there")
        let report = DeliveryReport(
            words: words, speech: TestAnswer.ranges((0, 12)), syllables: [],
            quality: TestAnswer.quality(seconds: 12))
        #expect(report.count(of: .hedge) == 3)
        #expect(report.fillersPerMinute.value == 0)
    }

    @Test func takesASilenceBetweenStretchedWordsForAPause() {
        // The recogniser let both words run into the pause at 0.4...0.8 s.
        let words = [
            Word(text: "work", time: TimeRange(startSeconds: 0, endSeconds: 0.6)),
            Word(text: "so", time: TimeRange(startSeconds: 0.6, endSeconds: 1.1)),
        ]
        let find = { (speech: [TimeRange]) in
            DeliveryReport(
                words: words, speech: speech, syllables: [], quality: TestAnswer.quality(seconds: 2)
            ).fillers
        }
        #expect(find(TestAnswer.ranges((0, 0.4), (0.8, 1.1))).map(\.text) == ["so"])
        #expect(find(TestAnswer.ranges((0, 1.1))) == [])
    }

    @Test func givesTheTimeOfTheWholePhrase() {
        let words = TestAnswer.words("well _ you know _ yes", from: 2)
        let report = DeliveryReport(
            words: words, speech: [], syllables: [], quality: TestAnswer.quality(seconds: 9))
        let filler = report.fillers.last
        #expect(filler?.text == "you know")
        #expect(abs((filler?.time.startSeconds ?? 0) - 2.9) < 1e-9)
        #expect(abs((filler?.time.durationSeconds ?? 0) - 0.6) < 1e-9)
    }
}
