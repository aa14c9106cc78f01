import Delivery
import Signal
import Speech
import Testing

@testable import viva_bench

@Suite struct WordRatesTests {
    /// So many words of half a second each.
    private func report(words: Int, syllablesOfEach: Int? = nil) -> DeliveryReport {
        let heard = (0..<words).map { place in
            let start = Double(place) / 2
            return Word(text: "word", time: TimeRange(startSeconds: start, endSeconds: start + 0.5))
        }
        return DeliveryReport(
            words: heard, speech: [TimeRange(startSeconds: 0, endSeconds: Double(words) / 2)], syllables: [],
            syllablesOfWords: syllablesOfEach.map { [Int?](repeating: $0, count: words) } ?? [],
            quality: RecordingQuality(
                durationSeconds: 20, speechSeconds: 0, peakDBFS: -20, speechLevelDBFS: nil,
                noiseLevelDBFS: nil,
                signalToNoiseDB: nil, clippedShare: 0, problems: []))
    }

    @Test func theErrorIsThatOfTheCountOfWords() throws {
        var rates = WordRates()
        rates.add(report(words: 20), said: 25)
        let rows = rates.rows("x")
        #expect(abs(try #require(rows[0].value) - 0.2) < 1e-9)
        #expect(rows[1].value == 0.8)
        #expect(rows[2].value == nil)
        #expect(rows[3].counts == "0 of 1 recordings")
    }

    @Test func syllablesAreJudgedByThoseSaid() throws {
        var rates = WordRates()
        rates.add(report(words: 20, syllablesOfEach: 2), said: 20, syllablesSaid: 50)
        rates.add(report(words: 20), said: 20, syllablesSaid: 50)
        let row = rates.rows("x")[2]
        #expect(abs(try #require(row.value) - 0.2) < 1e-9)
        #expect(row.total == 1)
    }

    @Test func anAnswerWithoutAFigureIsCountedAsSuch() {
        var rates = WordRates()
        rates.add(report(words: 3), said: 25)
        #expect(rates.rows("x").map(\.value) == [nil, nil, nil, 1])
    }
}
