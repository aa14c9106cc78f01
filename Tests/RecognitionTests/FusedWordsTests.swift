import Speech
import Testing

@testable import Recognition

@Suite struct FusedWordsTests {
    private func heard(_ text: String, confidence: Double? = 0.9) -> [Word] {
        text.split(separator: " ").map {
            Word(
                text: String($0), time: TimeRange(startSeconds: 0, endSeconds: 9), confidence: confidence)
        }
    }

    private func aligned(
        _ words: [(String, Double?)], fillers: [(String, Double)] = []
    ) -> AlignedText {
        AlignedText(
            words: words.map { text, start in
                start.map { start in
                    AlignedWord(
                        text: text, time: TimeRange(startSeconds: start, endSeconds: start + 0.4),
                        confidence: 0.9)
                } ?? AlignedWord(text: text)
            },
            fillers: fillers.map {
                Word(text: $0.0, time: TimeRange(startSeconds: $0.1, endSeconds: $0.1 + 0.3))
            }, otherSpeech: [])
    }

    private let speech = TimeRange(startSeconds: 1, endSeconds: 5)

    @Test func wordsStandWhereTheyWereFoundAndFillersBetweenThem() {
        let words = FusedWords(
            heard: heard("we used it"),
            aligned: aligned(
                [("we", 1), ("used", 2), ("it", 3)], fillers: [("um", 1.5)]), speech: speech
        ).words
        #expect(words.map(\.text) == ["we", "um", "used", "it"])
        #expect(words.map(\.time.startSeconds) == [1, 1.5, 2, 3])
        #expect(words.allSatisfy { !$0.isUncertain })
    }

    /// The order of the text is kept, whatever times the first ear gave.
    @Test func wordsThatWereNotFoundStandBetweenTheirNeighbours() {
        let words = FusedWords(
            heard: heard("so we really used it then", confidence: 0.3),
            aligned: aligned([
                ("so", nil), ("we", 2), ("really", nil), ("used", 3), ("it", 3.5), ("then", nil),
            ]), speech: speech
        ).words
        #expect(words.map(\.text) == ["so", "we", "really", "used", "it", "then"])
        #expect(words.map(\.isUncertain) == [true, false, true, false, false, true])
        #expect(
            zip(words, words.dropFirst()).allSatisfy { $0.time.endSeconds <= $1.time.startSeconds + 1e-9 })
        #expect(words[0].time == TimeRange(startSeconds: 1, endSeconds: 2))
        #expect(words[5].time.endSeconds == 5)
        #expect((words[0].confidence ?? 1) < (words[1].confidence ?? 0))
    }

    @Test func aTextThatIsNeitherInTheSoundNorBelievedIsDropped() {
        let nothing = aligned([("thank", nil), ("you", nil)])
        var doubted = heard("thank you", confidence: 0.3)
        for place in doubted.indices { doubted[place].isUncertain = true }
        #expect(FusedWords(heard: doubted, aligned: nothing, speech: speech).words == [])
        let unsure = FusedWords(
            heard: heard("thank you", confidence: 0.6), aligned: nothing, speech: speech
        ).words
        #expect(unsure.map(\.text) == ["thank", "you"])
        #expect(unsure.allSatisfy { $0.isUncertain })
    }

    @Test func aWordThatItsOwnEarIsSureOfNeedNotBeFoundUnlessManyInARowAreNot() {
        let one = FusedWords(
            heard: heard("we used it", confidence: 0.95),
            aligned: aligned([("we", 1), ("used", nil), ("it", 3)]), speech: speech
        ).words
        #expect(one.allSatisfy { !$0.isUncertain })
        let text = "we used it for thank you for watching all day long"
        let starts: [Double?] = [1, 1.4, 1.8, 2.2, nil, nil, nil, nil, 3, 3.4, 3.8]
        let many = FusedWords(
            heard: heard(text, confidence: 0.95),
            aligned: aligned(zip(text.split(separator: " ").map(String.init), starts).map { ($0, $1) }),
            speech: speech
        ).words
        #expect(many.map(\.isUncertain) == starts.map { $0 == nil })
    }

    @Test func aFillerThatTheFirstEarWroteDownIsThereOnce() {
        let words = FusedWords(
            heard: heard("um yes"), aligned: aligned([("um", 1), ("yes", 2)], fillers: [("um", 1.1)]),
            speech: speech
        ).words
        #expect(words.map(\.text) == ["um", "yes"])
    }
}
