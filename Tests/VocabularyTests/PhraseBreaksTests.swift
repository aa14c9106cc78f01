import Testing
import Vocabulary

@Suite struct PhraseBreaksTests {
    /// Whether the break at `|` lies inside a phrase.
    private func isInside(_ text: String) -> Bool {
        let halves = text.split(separator: "|").map { $0.split(separator: " ") }
        guard let before = halves.first?.last, let next = halves.last?.first else { return false }
        return PhraseBreaks.isInsidePhrase(after: String(before), before: String(next))
    }

    @Test(arguments: [
        "the | database was slow", "it was a very | big change", "we | moved it", "and | then it failed",
        "because | we had no time", "we have | decided", "it was in | production", "one of | them",
        "the end | of the month", "twenty | percent", "two | hundred users", "this | project", "it | was slow",
        "there | is a queue", "our | team", "I'm | sure", "i think that | we should", "more | reliable",
        "it wouldn\u{2019}t | start", "The | cache",
    ])
    func aBreakAfterAWordThatLeansOnTheNextIsInsideAPhrase(text: String) {
        #expect(isInside(text), "\(text)")
    }

    @Test(arguments: [
        "we moved the service | to the cloud", "the cache was slow | and then it failed", "it worked | because",
        "we shipped it | we were proud", "what it is used for | so we kept it", "i did that | because it was late",
        "as fast as they could | then it stopped", "we did this | in may", "we did this | the week before",
        "so | we moved", "the service | was slow", "the first one | we built", "we bought five | and kept two",
        "that is where we were | but it grew", "we moved it | to the cloud",
    ])
    func aBreakBetweenPhrasesIsNot(text: String) {
        #expect(!isInside(text), "\(text)")
    }

    @Test func wordsThatTellNothingAreNotInside() {
        #expect(!PhraseBreaks.isInsidePhrase(after: "", before: ""))
        #expect(!PhraseBreaks.isInsidePhrase(after: "queues", before: "databases"))
    }
}
