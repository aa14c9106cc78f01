import Delivery
import Foundation
import Speech
import Testing

@Suite struct LanguageFiguresTests {
    /// The figures of words, with the fillers that a report finds among them.
    private func figures(_ words: [Word]) -> LanguageFigures {
        let report = DeliveryReport(
            words: words, speech: [], syllables: [], quality: TestAnswer.quality(seconds: 60))
        return LanguageFigures(words: words, fillers: report.fillers)
    }

    /// The figures of a text in which `_` is a pause of 0.6 s.
    private func figures(_ text: String) -> LanguageFigures { figures(TestAnswer.words(text)) }

    /// So many words, ten in turn.
    private func tenWords(_ count: Int) -> String {
        let words = "alpha bravo charlie delta echo foxtrot golf hotel india juliet".split(separator: " ")
        return (0..<count).map { String(words[$0 % words.count]) }.joined(separator: " ")
    }

    @Test func averagesTheShareOfDifferentWordsInFiftyOnEnd() {
        #expect(abs((figures(tenWords(80)).vocabularyRichness.value ?? 0) - 0.2) < 1e-9)
        // Fifty words with ten different ones, of which one after the other gives way to a new word.
        let growing = figures(tenWords(50) + " kilo lima")
        #expect(abs((growing.vocabularyRichness.value ?? 0) - (10 + 11 + 12) / 150.0) < 1e-9)
        #expect(figures(tenWords(49)).vocabularyRichness.absentBecause == "fewer than 50 words were heard")
    }

    @Test func wordsTakenBackFilledPausesAndUncertainWordsDoNotCount() {
        #expect(figures("so the the um cache").wordCount == 3)
        var words = TestAnswer.words("i built the cache")
        words[3].isUncertain = true
        #expect(figures(words).wordCount == 3)
    }

    @Test func findsSentencesByPausesAndWords() {
        let language = figures("we moved the service to the cloud _ _ it was um fast after that change")
        #expect(language.sentenceCount == 2)
        #expect(abs((language.meanSentenceWords.value ?? 0) - 6.5) < 1e-9)
        #expect(language.meanSentenceWords.unit.rawValue == "words")
        let one = figures("we moved the service to the cloud")
        #expect(one.meanSentenceWords.absentBecause == "fewer than 2 sentences were heard")
    }

    @Test(arguments: [
        ("the service was deployed on monday", ["was deployed"]),
        ("it has been completely rewritten in go", ["been completely rewritten"]),
        ("mistakes were made by the team", ["were made"]), ("it is being built", ["is being built"]),
        ("we got promoted in may", ["got promoted"]), ("they were not told about it", ["were not told"]),
        ("i was surprised by the result", ["was surprised"]), ("we're guided by data", ["we're guided"]),
        ("it was planned and it was built", ["was planned", "was built"]),
        ("i was interested in it", []), ("i'm used to it", []), ("there were five hundred users", []),
        ("we were done by then", ["were done"]), ("we were done", []), ("it's changed a lot", []),
        ("i am a developer", []), ("it was red", []), ("they have moved it", []),
        ("i was supposed to go", []),
        ("we get started at nine", []), ("it is open", []), ("we had need of speed", []),
        ("it was _ indeed slow", []),
    ])
    func findsPassivePhrases(text: String, expected: [String]) {
        #expect(figures(text).passives.map(\.text) == expected, "\(text)")
    }

    @Test func givesTheRateAndTheTimeOfPassives() {
        let language = figures("it was deployed " + tenWords(47))
        #expect(language.passivesPerHundredWords.value == 2)
        #expect(language.passivesPerHundredWords.description == "2.0 per 100 words")
        #expect(abs((language.passives.first?.time.startSeconds ?? 0) - 0.3) < 1e-9)
        #expect(abs((language.passives.first?.time.durationSeconds ?? 0) - 0.6) < 1e-9)
        #expect(figures("it was deployed").passivesPerHundredWords.value == nil)
    }

    @Test func anUncertainWordIsNoPartOfAPassiveOrAHedge() {
        var words = TestAnswer.words("it was deployed and i think so")
        words[2].isUncertain = true
        words[5].isUncertain = true
        #expect(figures(words).passives == [])
        #expect(figures(words).hedges == [])
    }

    @Test func whatIsTakenBackIsNoPassiveAndNoSoftener() {
        let passives = figures("it was fixed was fixed by our team").passives
        #expect(passives.map(\.text) == ["was fixed"])
        #expect(abs((passives.first?.time.startSeconds ?? 0) - 0.9) < 1e-9)
        let hedges = figures("i think i think we should wait").hedges
        #expect(hedges.map(\.text) == ["i think"])
        #expect(abs((hedges.first?.time.startSeconds ?? 0) - 0.6) < 1e-9)
        // Half of it is taken back, so it is meant all the same.
        #expect(figures("i i think we should wait").hedges.map(\.text) == ["i think"])
        #expect(figures("maybe maybe maybe we wait").hedges.count == 1)
    }

    @Test func findsHedges() {
        let language = figures("i think it was maybe slow " + tenWords(44))
        #expect(language.hedges.map(\.text) == ["i think", "maybe"])
        #expect(language.hedgesPerHundredWords.value == 4)
    }

    @Test func weighsIAgainstWe() {
        let language = figures("i led it and we built it with our team and i'm proud of my part")
        #expect(language.iCount == 3)
        #expect(language.weCount == 2)
        #expect(language.shareOfI.value == 0.6)
        let few = figures("i built it with us")
        #expect(few.shareOfI.absentBecause == "fewer than 3 words for \"I\" and \"we\" were heard")
    }

    @Test func iThinkSaysNothingOfWhoDidIt() {
        let language = figures("i think we built it _ i mean our team did and my lead knows me")
        #expect(language.iCount == 2)
        #expect(language.weCount == 2)
    }

    @Test func findsPhrasesSaidThreeTimesTheLongestOnly() {
        let language = figures(
            "we reduced the latency by half _ _ then we reduced the latency again _ _ so we reduced the latency"
        )
        #expect(language.repeatedPhrases.map(\.text) == ["we reduced the latency"])
        #expect(language.repeatedPhrases.first?.count == 3)
        #expect(language.repeatedPhrases.first?.times.count == 3)
        #expect(language.repeatedPhrases.first?.times.first?.startSeconds == 0)
        #expect(
            figures("we reduced the latency by half _ _ then we reduced the latency").repeatedPhrases == [])
    }

    @Test func aShorterPhraseCountsWhenItWasSaidElsewhereAsWell() {
        let long = Array(repeating: "the payment service failed badly", count: 3)
        let short = ["the payment service grew", "the payment service shrank", "the payment service moved"]
        let language = figures((long + short).joined(separator: " _ _ "))
        #expect(
            language.repeatedPhrases.map(\.text) == [
                "the payment service", "the payment service failed badly",
            ])
        #expect(language.repeatedPhrases.map(\.count) == [6, 3])
    }

    @Test func phrasesOfFunctionWordsAndFillersAreLeftOut() {
        #expect(
            figures("it is one of the best _ _ this is one of the worst _ _ that was one of the others")
                .repeatedPhrases == [])
        #expect(
            figures("so i don't have one _ _ then i don't have two _ _ now i don't have three")
                .repeatedPhrases == [])
        #expect(figures("i would say yes _ _ i would say no _ _ i would say both").repeatedPhrases == [])
    }

    @Test func anAnswerOfNothingOrOneWordHasNoFigures() throws {
        let broken = [Word(text: "yes", time: TimeRange(startSeconds: .nan, endSeconds: .nan))]
        for words in [[], broken, TestAnswer.words("um"), TestAnswer.words("yes")] {
            let language = figures(words)
            for figure in [
                language.vocabularyRichness, language.meanSentenceWords, language.passivesPerHundredWords,
                language.hedgesPerHundredWords, language.shareOfI,
            ] {
                #expect(figure.value == nil)
                #expect(figure.absentBecause?.isEmpty == false)
            }
            #expect(language.passives == [])
            #expect(language.repeatedPhrases == [])
            #expect(try TestAnswer.throughJSON(language) == language)
        }
    }

    @Test func comesBackFromJSON() throws {
        let language = figures(
            "i think it was deployed and we reduced the latency _ _ we reduced the latency")
        #expect(try TestAnswer.throughJSON(language) == language)
    }
}
