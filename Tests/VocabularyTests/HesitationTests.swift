import Speech
import Testing
import Vocabulary

@Suite struct HesitationTests {
    static let sentence = [
        "i", "looked", "at", "it", "because", "it", "was", "slow", "and", "we", "had", "time",
    ]

    @Test func makesAsManyFilledPausesAsItsShareSays() {
        let readings = (0..<50).flatMap {
            Hesitation(share: 0.03).readings(of: Self.sentence, weight: 2, number: $0)
        }
        let words = readings.reduce(0) { sum, reading in
            sum + reading.weight * Double(reading.words.count { !Word.filledPauses.contains($0) })
        }
        let pauses = readings.reduce(0) { sum, reading in
            sum + reading.weight * Double(reading.words.count { Word.filledPauses.contains($0) })
        }
        #expect(abs(pauses / words - 0.03) < 1e-9)
        #expect(abs(readings.reduce(0) { $0 + $1.weight } - 100) < 1e-9)
        #expect(Set(readings.flatMap(\.words)).intersection(Word.filledPauses).count > 4)
    }

    @Test func pausesBeforeClauses() {
        let hesitant = Hesitation(share: 0.03).readings(of: Self.sentence, weight: 1, number: 3)[1].words
        for (word, next) in zip(hesitant, hesitant.dropFirst()) where Word.filledPauses.contains(word) {
            #expect(["i", "because", "and"].contains(next))
        }
        #expect(hesitant.filter { !Word.filledPauses.contains($0) } == Self.sentence)
    }

    @Test func leavesSentencesAloneWhenItDoesNotHesitate() {
        let readings = Hesitation(share: 0).readings(of: Self.sentence, weight: 1, number: 0)
        #expect(readings.count == 1 && readings[0].words == Self.sentence)
        #expect(Hesitation(share: 1).readings(of: [], weight: 1, number: 0).count == 1)
    }
}
