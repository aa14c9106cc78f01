import Testing

@testable import viva_bench

@Suite struct HeldOutCheckTests {
    @Test func findsRunsOfFiveWordsWhateverTheirPunctuation() {
        let runs = HeldOutCheck(known: ["Other.", "An index keeps keys sorted — in pages"])
            .sharedRuns("Well, the index keeps keys, sorted in pages.")
        #expect(runs == ["index keeps keys sorted in", "keeps keys sorted in pages"])
    }

    @Test func allowsFourWordsInARowAndRunsAcrossTwoTexts() {
        #expect(
            HeldOutCheck(known: ["keeps keys sorted in pages"]).sharedRuns("it keeps keys sorted in heaps")
                .isEmpty)
        #expect(
            HeldOutCheck(known: ["one two three", "four five"]).sharedRuns("one two three four five").isEmpty)
        #expect(HeldOutCheck(known: [""]).sharedRuns("").isEmpty)
    }

    @Test func seesThroughFillersAndDigits() {
        #expect(
            HeldOutCheck(known: ["about 500 rows a day"]).sharedRuns("about um five um hundred rows a day")
                == ["about five hundred rows a", "five hundred rows a day"])
    }
}
