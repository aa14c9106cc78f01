import Speech
import Testing

@testable import viva_bench

@Suite struct SyllableRatesTests {
    @Test func aCorrelationIsWithinOneAndMinusOne() throws {
        #expect(abs(try #require(Correlation.of([(1, 2), (2, 4), (3, 6)])) - 1) < 1e-9)
        #expect(abs(try #require(Correlation.of([(1, 6), (2, 4), (3, 2)])) + 1) < 1e-9)
        #expect(abs(try #require(Correlation.of([(1, 1), (2, 2), (1, 2), (2, 1)]))) < 1e-9)
        #expect(Correlation.of([(1, 2), (1, 3)]) == nil)
        #expect(Correlation.of([(1, 2)]) == nil)
    }

    @Test func comparesTheWindowsThatLieInARecordingAsAWhole() throws {
        var rates = SyllableRates()
        let own = (0..<80).map { Double($0) * 0.25 + 0.1 }
        let peer = (0..<100).map { Double($0) * 0.2 + 0.1 }
        rates.add(own, against: peer, seconds: 20)
        #expect(rates.rows.map(\.total) == [3, 3])
        #expect(rates.rows[0].value == nil)
        #expect(abs(try #require(rates.rows[1].value) - 0.2) < 1e-9)
        rates.add(own, against: peer, seconds: 9.9)
        #expect(rates.rows[0].total == 3)
    }

    @Test func aWindowInWhichPraatFindsNothingHasNoRelativeError() {
        var rates = SyllableRates()
        rates.add([1], against: [], seconds: 10)
        #expect(rates.rows.map(\.total) == [1, 0])
    }

    @Test func countsTheVowelsOfADictionaryAndFilledPauses() throws {
        let syllables = TranscriptSyllables(
            pronunciations: [
                "hello": [try #require(Pronunciation("HH AH L OW"))],
                "world": [try #require(Pronunciation("W ER L D"))],
            ])
        #expect(syllables.count("Hello, um, world!") == 4)
        #expect(syllables.count("hello hello hello hello zork") == 10)
        #expect(syllables.count("hello zork") == nil)
        #expect(syllables.count("um") == nil)
        #expect(syllables.count("") == nil)
    }

    @Test func readsTheDictionaryOfPocketSphinx() throws {
        #expect(try TranscriptSyllables(of: ["Hello world.", ""]).count("hello world") == 3)
    }

    @Test func withoutPraatOnlyTheTranscriptsAreCompared() throws {
        var known = BenchRecording(unknown: "/nowhere/a.wav")
        known.transcript = "hello world"
        let rows = try SyllableRates.rows([
            DeliveryRecording(known: known, samples: MadeSound.silence.samples(seconds: 1), peer: nil)
        ])
        #expect(rows.map(\.subject) == ["Viva against transcripts", "Viva against transcripts"])
        #expect(rows.map(\.value) == [1, 0])
    }
}
