import Testing

@testable import viva_bench

@Suite struct HeldOutCheckTests {
    @Test func findsRunsOfFiveWordsWhateverTheirPunctuation() {
        let runs = HeldOutCheck.sharedRuns(
            spoken: "Well, the index keeps keys, sorted in pages.",
            known: ["Other.", "An index keeps keys sorted — in pages"])
        #expect(runs == ["index keeps keys sorted in", "keeps keys sorted in pages"])
    }

    @Test func allowsFourWordsInARowAndRunsAcrossTwoTexts() {
        #expect(
            HeldOutCheck.sharedRuns(
                spoken: "it keeps keys sorted in heaps", known: ["keeps keys sorted in pages"]
            )
            .isEmpty)
        #expect(
            HeldOutCheck.sharedRuns(spoken: "one two three four five", known: ["one two three", "four five"])
                .isEmpty)
        #expect(HeldOutCheck.sharedRuns(spoken: "", known: [""]).isEmpty)
    }

    @Test func seesThroughFillersAndDigits() {
        #expect(
            HeldOutCheck.sharedRuns(
                spoken: "about um five um hundred rows a day", known: ["about 500 rows a day"])
                == ["about five hundred rows a", "five hundred rows a day"])
    }
}
