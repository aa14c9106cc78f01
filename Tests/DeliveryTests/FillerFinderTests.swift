import Delivery
import Foundation
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

    @Test(arguments: [
        ("we used redis or something _ and it worked", ["or something"]),
        ("we used redis or something", ["or something"]),
        ("a queue or something like that _ we hoped", ["or something like that"]),
        ("the cache and stuff _ was slow", ["and stuff"]),
        ("logs metrics and things like that", ["and things like that"]),
        ("in staging or whatever um we tried", ["or whatever"]),
        ("_ at the end of the day _ it is about trust", ["at the end of the day"]),
        ("it was slow to be honest _ and late", ["to be honest"]),
        ("to be honest it was late", ["to be honest"]),
        ("the cache _ you see _ was cold", ["you see"]), ("it was kind of like _ a queue", ["kind of like"]),
        ("it was kind of _ slow", ["kind of"]), ("it failed _ obviously _ at night", ["obviously"]),
        ("we had um you know what i mean _ a plan", ["you know what i mean"]),
    ])
    func findsPhrasesThatTrailOffOrStandApart(text: String, expected: [String]) {
        #expect(
            fillers(text).filter { $0.hasPrefix("lexical") } == expected.map { "lexical: \($0)" }, "\(text)")
    }

    @Test(arguments: [
        "i like it", "do you know", "do you know _ why", "so that it works", "a well known tool",
        "the right way to do it",
        "that kind of work _ takes time", "a special kind of _ database", "all sorts of _ users",
        "redis or something else would do", "we can use kafka or something similar",
        "we tried it and stuff like this helps",
        "choose redis or whatever you like", "we close the books at the end of the day",
        "i want to be honest _ with you",
        "you have to be honest _ always", "as you see _ it works", "if you see the error _ tell me",
        "it looks kind of like a tree", "i actually wrote it", "it was obviously slow", "i feel well _ today",
        "as well _ as that", "turn right _ there", "everything you know _ is in the log",
        "what would you know _ about it",
        "i know how you know _ it", "that is things i mean _ to do", "okay then", "like a queue _ it grows",
    ])
    func leavesTheSameWordsInsideSentencesAlone(text: String) {
        #expect(fillers(text) == [], "\(text)")
    }

    @Test func givesTheRateOfEachClassInAHundredWords() {
        let words = TestAnswer.words(
            "um so we _ you know _ moved uh it and i think it was maybe fine "
                + Array(repeating: "word", count: 37).joined(separator: " "))
        let report = DeliveryReport(
            words: words, speech: [], syllables: [], quality: TestAnswer.quality(seconds: 60))
        #expect(report.wordCount == 50)
        #expect(report.fillerRates?.filledPauses.value == 4)
        #expect(report.fillerRates?.lexical.value == 2)
        #expect(report.fillerRates?.hedges.value == 4)
        let short = FillerRates(fillers: report.fillers, wordCount: 49)
        #expect(short.lexical.absentBecause == "fewer than 50 words were heard")
        #expect(short.lexical.unit.rawValue == "per 100 words")
    }

    @Test func tellsTheWordsAroundAFiller() throws {
        let contexts = { (text: String) in
            DeliveryReport(
                words: TestAnswer.words(text), speech: [], syllables: [],
                quality: TestAnswer.quality(seconds: 60)
            ).fillers.map(\.context)
        }
        #expect(
            contexts("it was in the end um a very good plan")
                == [FillerContext(before: "was in the end", after: "a very good plan")])
        #expect(
            contexts("um it was _ you know") == [
                FillerContext(before: "", after: "it was you know"),
                FillerContext(before: "um it was", after: ""),
            ])
        let report = DeliveryReport(
            words: TestAnswer.words("it um works"), speech: [], syllables: [],
            quality: TestAnswer.quality(seconds: 60))
        #expect(try TestAnswer.throughJSON(report).fillers.first?.context == report.fillers.first?.context)
        #expect(try TestAnswer.throughJSON(report).fillerRates == report.fillerRates)
    }

    @Test func readsFillersThatWereSavedBefore() throws {
        let saved = #"{"kind":"lexical","text":"you know","time":{"startSeconds":1,"endSeconds":1.5}}"#
        let filler = try JSONDecoder().decode(Filler.self, from: Data(saved.utf8))
        #expect(
            filler
                == Filler(kind: .lexical, text: "you know", time: TimeRange(startSeconds: 1, endSeconds: 1.5))
        )
    }

    @Test func findsHedgesAnywhereAndKeepsThemApart() {
        #expect(
            fillers("i think it was maybe ten and i guess probably more")
                == ["hedge: i think", "hedge: maybe", "hedge: i guess", "hedge: probably"])
        let words = TestAnswer.words("i think i guess maybe it was ten or so of them there")
        let report = DeliveryReport(
            words: words, speech: TestAnswer.ranges((0, 12)), syllables: [],
            quality: TestAnswer.quality(seconds: 12))
        #expect(report.fillers.count { $0.kind == .hedge } == 3)
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

    @Test func readsCurvedApostrophes() {
        #expect(fillers("i\u{2019}m not sure it works") == ["hedge: i'm not sure"])
        #expect(fillers("it was y\u{2019}know _ hard") == ["lexical: y'know"])
    }

    @Test func findsAPauseAmongManyAsAmongFew() {
        let silences = (0..<200).map { Double($0) * 3 }
        // A silence of 0.4 s in every third second; the words beside each are stretched into it.
        let speech = zip([0] + silences.dropFirst().map { $0 + 0.4 }, silences.dropFirst()).map {
            TimeRange(startSeconds: $0, endSeconds: $1)
        }
        let words = silences.dropFirst().flatMap { start in
            [
                Word(text: "work", time: TimeRange(startSeconds: start - 0.4, endSeconds: start + 0.2)),
                Word(text: "so", time: TimeRange(startSeconds: start + 0.2, endSeconds: start + 0.7)),
            ]
        }
        let report = DeliveryReport(
            words: words, speech: speech, syllables: [], quality: TestAnswer.quality(seconds: 600))
        // Behind the last silence there is no speech, so it is no pause.
        #expect(report.fillers.count == 198)
    }

    @Test func tenFilledPausesAreNoWords() {
        let words = TestAnswer.words(Array(repeating: "um", count: 10).joined(separator: " _ "))
        let report = DeliveryReport(
            words: words, speech: TestAnswer.ranges((0, 12)), syllables: [],
            syllablesOfWords: Array(repeating: 1, count: 10), quality: TestAnswer.quality(seconds: 12))
        #expect(report.wordCount == 0)
        #expect(report.fillersPerMinute.absentBecause == "fewer than 10 words were heard")
        #expect(report.pace?.wordSyllablesPerSecond.absentBecause == "fewer than 10 words were heard")
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
