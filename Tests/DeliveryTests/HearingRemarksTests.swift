import Signal
import Speech
import Testing

@testable import Delivery

@Suite struct HearingRemarksTests {
    private func remarks(
        _ text: String, errorRate: Double?, _ problems: [RecordingQuality.Problem] = []
    ) -> [String] {
        hearing(text, errorRate: errorRate, problems).sentences
    }

    private func hearing(
        _ text: String, errorRate: Double?, _ problems: [RecordingQuality.Problem] = [],
        ears: [String] = []
    ) -> HearingRemarks {
        let words = text.split(separator: " ").enumerated().map { index, word in
            Word(
                text: String(word),
                time: TimeRange(startSeconds: Double(index), endSeconds: Double(index) + 0.5), confidence: 0.5
            )
        }
        let time = TimeRange(startSeconds: 0, endSeconds: 10)
        let transcript = Transcript(
            segments: [Transcript.Segment(time: time, words: words)], recognizer: "R",
            expectedWordErrorRate: errorRate, remarks: ears)
        let quality = RecordingQuality(
            durationSeconds: 10, speechSeconds: 5, peakDBFS: -3, speechLevelDBFS: -20, noiseLevelDBFS: -60,
            signalToNoiseDB: 40, clippedShare: 0, problems: problems)
        let analysis = AnswerAnalysis(
            transcript: transcript, speech: [time], syllables: [], quality: quality)
        return HearingRemarks(analysis)
    }

    @Test func aTextThatIsMoreWrongThanRightSaysSo() {
        #expect(remarks("of the", errorRate: 0.63).count == 1)
        #expect(remarks("of the", errorRate: 0.63)[0].contains("63 %"))
        #expect(remarks("of the", errorRate: 0.5).count == 1)
        #expect(remarks("of the", errorRate: 0.49).isEmpty)
        #expect(remarks("of the", errorRate: nil).isEmpty)
        #expect(remarks("", errorRate: 0.9).isEmpty)
    }

    @Test func whatIsWrongWithTheWordsStandsApartFromWhatIsWrongWithTheSound() {
        let hearing = hearing("of the", errorRate: 0.63, [.clipped], ears: ["An ear failed."])
        #expect(hearing.sound.count == 1 && hearing.sound[0].contains("overdriven"))
        #expect(hearing.words.count == 2 && hearing.words[0].contains("63 %"))
        #expect(hearing.words.last == "An ear failed.")
        #expect(hearing.sentences == hearing.sound + hearing.words)
    }

    @Test func whatSpoiledTheSoundIsSaidWithWordsAndWithout() {
        #expect(remarks("of the", errorRate: 0.1, [.almostNoSpeech, .clipped]).count == 1)
        #expect(remarks("of the", errorRate: 0.1, [.clipped])[0].contains("overdriven"))
        #expect(remarks("", errorRate: nil, [.noSpeech]).count == 1)
        #expect(remarks("", errorRate: nil, [.almostNoSpeech]).count == 1)
    }
}
