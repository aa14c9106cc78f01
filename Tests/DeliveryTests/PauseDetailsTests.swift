import Delivery
import Foundation
import Speech
import Testing

@Suite struct PauseDetailsTests {
    /// The details of a text whose words last 0.3 s and in which `_` is a pause of 0.6 s.
    private func details(_ text: String) -> PauseDetails {
        let words = TestAnswer.words(text)
        let pauses = zip(words, words.dropFirst()).compactMap { word, next in
            next.time.startSeconds - word.time.endSeconds > 0.25
                ? TimeRange(startSeconds: word.time.endSeconds, endSeconds: next.time.startSeconds) : nil
        }
        return PauseDetails(pauses: pauses, words: words)
    }

    @Test(arguments: [
        ("we moved the _ database", PauseDetails.Place.insidePhrase),
        ("it was a very _ big change", .insidePhrase), ("and _ then we stopped", .insidePhrase),
        ("we _ decided", .insidePhrase), ("it ran in _ production", .insidePhrase),
        ("we moved the database _ and then we stopped", .phraseEnd),
        ("it was slow _ we changed it", .phraseEnd),
        ("we moved the um _ database", .insidePhrase), ("we moved the _ um database", .insidePhrase),
        ("it was slow um _ er we changed it", .phraseEnd),
    ])
    func theWordsAroundAPauseTellItsPlace(text: String, place: PauseDetails.Place) {
        #expect(details(text).pauses.map(\.place) == [place], "\(text)")
    }

    @Test func aLongPauseAfterAnArticleStaysInsideThePhrase() {
        let words = [
            Word(text: "the", time: TimeRange(startSeconds: 1, endSeconds: 1.2)),
            Word(text: "database", time: TimeRange(startSeconds: 6, endSeconds: 6.5)),
        ]
        let details = PauseDetails(pauses: TestAnswer.ranges((1.3, 5.9)), words: words)
        #expect(details.pauses.map(\.place) == [.insidePhrase])
    }

    @Test func wordsStretchedIntoTheSilenceAreStillOnTheirSide() {
        let words = [
            Word(text: "the", time: TimeRange(startSeconds: 1, endSeconds: 1.7)),
            Word(text: "database", time: TimeRange(startSeconds: 1.7, endSeconds: 2.6)),
        ]
        let details = PauseDetails(pauses: TestAnswer.ranges((1.4, 1.9)), words: words)
        #expect(details.pauses.map(\.place) == [.insidePhrase])
    }

    @Test func withoutWordsOnBothSidesThePlaceIsUnknown() {
        let pause = TestAnswer.ranges((3, 4))
        let near = Word(text: "the", time: TimeRange(startSeconds: 2.5, endSeconds: 2.9))
        let far = Word(text: "database", time: TimeRange(startSeconds: 4.6, endSeconds: 5))
        var doubtful = Word(text: "database", time: TimeRange(startSeconds: 4, endSeconds: 5))
        doubtful.isUncertain = true
        let um = Word(text: "um", time: TimeRange(startSeconds: 4, endSeconds: 4.2))
        let broken = Word(text: "database", time: TimeRange(startSeconds: .nan, endSeconds: .nan))
        for words in [[], [near], [far], [near, far], [near, doubtful], [near, um], [near, broken]] {
            #expect(PauseDetails(pauses: pause, words: words).pauses.map(\.place) == [.unknown])
        }
    }

    @Test func countsPausesByTheirLength() {
        let pauses = TestAnswer.ranges((0, 0.25), (1, 1.5), (2, 2.75), (4, 5), (6, 8), (10, 12.5), (14, 17))
        let details = PauseDetails(pauses: pauses, words: [])
        #expect(details.bands.map(\.count) == [2, 2, 1, 2])
        #expect(details.bands.map(\.overSeconds) == [0, 0.5, 1, 2])
        #expect(details.bands.map(\.upToSeconds) == [0.5, 1, 2, nil])
        #expect(details.pauses.map(\.time) == pauses)
    }

    @Test func theShareCountsPausesWhosePlaceIsKnown() {
        let text = "the _ cache was slow _ and it was a _ big problem _ because we had no time"
        #expect(details(text).insidePhraseShare.value == 0.5)
        let few = details("the _ cache was slow _ and then")
        #expect(few.insidePhraseShare.value == nil)
        #expect(few.insidePhraseShare.absentBecause == "fewer than 3 pauses lie between known words")
    }

    @Test func noPausesAreNoShareAndNoCount() {
        let broken = [TimeRange(startSeconds: .nan, endSeconds: .nan)]
        for pauses in [[], broken] {
            let details = PauseDetails(pauses: pauses, words: TestAnswer.words("yes"))
            #expect(details.pauses == [])
            #expect(details.bands.map(\.count) == [0, 0, 0, 0])
            #expect(details.insidePhraseShare.value == nil)
        }
    }

    @Test func comesBackFromJSON() throws {
        let details = details("the _ cache was slow _ and it was a _ big problem")
        #expect(try TestAnswer.throughJSON(details) == details)
    }
}
