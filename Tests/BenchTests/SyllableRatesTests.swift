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

    private func silence(_ transcript: String?, seconds: Double) -> DeliveryRecording {
        var known = BenchRecording(unknown: "/nowhere/a.wav")
        known.transcript = transcript
        return DeliveryRecording(
            known: known, samples: MadeSound.silence.samples(seconds: seconds), peer: nil)
    }

    @Test func withoutPraatOnlyTheTranscriptsAreCompared() throws {
        let rows = try SyllableRates.rows([
            silence("hello world", seconds: 4), silence("hello", seconds: 6), silence("world", seconds: 1),
            silence(nil, seconds: 9),
        ])
        #expect(rows.map(\.subject) == ["Viva against transcripts", "Viva against transcripts"])
        // Nothing is found in silence: the first two recordings make 10 s, the third is counted with all alone.
        #expect(rows.map(\.value) == [1, 0])
        #expect(rows.map(\.total) == [1, 6])
    }

    @Test func aRecordingThatIsTooShortAloneHasNoErrorOfItsOwn() throws {
        let rows = try SyllableRates.rows([silence("hello world", seconds: 1)])
        #expect(rows.map(\.value) == [nil, 0])
        #expect(rows.map(\.total) == [0, 3])
    }
}
